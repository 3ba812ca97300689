"""Completion: what is offered, and that real shells offer it."""

import contextlib
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pexpect
import pytest

from zjtx_cli.cli.commands import COMMANDS, PLAYBOOKS
from zjtx_cli.cli.completing import candidates
from zjtx_cli.model.pack import Pack
from zjtx_cli.text import Language

SMALL = Path(__file__).parent.parent / "cases" / "valid_pack"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="shells of Unix")


def words(line: str) -> list[str]:
    return [one.word for one in candidates(line, Language.EN)]


def test_commands_and_options() -> None:
    assert set(words("zjtx ")) == {*COMMANDS, "playbooks"}
    assert words("zjtx ad") == ["advise"]
    assert words("zjtx --lang en playbooks ") == [*PLAYBOOKS]
    assert set(words("zjtx advise --no-")) == {"--no-clobber", "--no-robustness", "--no-input"}
    assert words("zjtx nothing ") == []
    assert words("zjtx advise -- --") == []


def test_values_of_options() -> None:
    assert words("zjtx advise city.yaml --format ")[:3] == ["text", "json", "markdown"]
    assert words("zjtx batch cities --format ") == ["jsonl", "csv"]
    assert words("zjtx advise --fail-on=un") == ["--fail-on=undecided", "--fail-on=unstable"]
    assert words("zjtx advise --lang ") == ["zh", "en"]
    assert words("zjtx advise -o ") == [], "a file"
    assert "answers" in words("zjtx schema ")


def test_questions_with_their_options_and_playbooks(real_pack: Pack) -> None:
    assert words("zjtx advise --set ") == [f"{name}=" for name in real_pack.questions]
    options = [option.id for option in real_pack.questions["demand_trend"].options]
    assert words("zjtx whatif c.yaml --set demand_trend=") == [
        f"demand_trend={one}" for one in [*options, "unknown", "withheld"]
    ]
    assert words("zjtx advise --set=demand_trend=gr") == ["--set=demand_trend=growing"]
    several = words("zjtx advise --set city_draw=culture,")
    assert "city_draw=culture,tourism" in several
    assert not {"city_draw=culture,culture", "city_draw=culture,unknown", "city_draw=culture,none"} & {*several}
    assert words("zjtx advise --set nothing=") == []
    assert words("zjtx playbooks show ") == [*real_pack.playbooks]
    assert candidates("zjtx playbooks show kana", Language.ZH)[0].about == real_pack.playbooks["kanazawa"].title.zh


def test_a_pack_of_ones_own_is_looked_into(monkeypatch: pytest.MonkeyPatch) -> None:
    assert words(f"zjtx --playbooks {SMALL} playbooks show ") == ["gather", "lift", "spark"]
    assert words("zjtx playbooks show --playbooks gone ") == []
    monkeypatch.setenv("ZJTX_PLAYBOOKS", str(SMALL))
    assert words("zjtx playbooks show s") == ["spark"]


@pytest.mark.parametrize(
    "line", ["", "zjtx 'ad", 'zjtx advise --set "dem', "zjtx \\", "zjtx advise --set", "x", "zjtx '\""]
)
def test_no_line_is_a_fault(line: str) -> None:
    candidates(line, Language.EN)


@pytest.fixture
def shell_env(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "bin").mkdir()
    zjtx = tmp_path / "bin" / "zjtx"
    zjtx.write_text(f'#!/bin/sh\nexec {sys.executable} -m zjtx_cli "$@"\n', encoding="utf-8")
    zjtx.chmod(0o755)
    for name in ("alpha.yaml", "beta.yaml"):
        (tmp_path / name).touch()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ZJTX_")}
    path = f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return {**kept, "PATH": path, "HOME": str(tmp_path), "ZJTX_LANG": "en", "LC_ALL": "C.UTF-8"}


CASES = {
    "zjtx advise --set demand_tr": "zjtx advise --set demand_trend=",
    "zjtx advise --set demand_trend=gr": "zjtx advise --set demand_trend=growing ",
    "zjtx playbooks show kana": "zjtx playbooks show kanazawa ",
    "zjtx verif": "zjtx verify ",
    "zjtx advise alp": "zjtx advise alpha.yaml ",
}


SHELLS = ("bash", "zsh", "fish")


def test_real_shells(shell_env: dict[str, str], tmp_path: Path) -> None:
    """Each shell at a terminal, with the tab key: what stands on the line afterwards. They are waited for side by side."""
    there = [shell for shell in SHELLS if shutil.which(shell)]
    if not there:
        pytest.skip("no shell is installed")

    def complete(shell: str) -> list[str]:
        script = subprocess.run(
            ["zjtx", "completion", shell], check=True, capture_output=True, text=True, env=shell_env
        ).stdout
        (tmp_path / f"{shell}.script").write_text(script, encoding="utf-8")
        return _after_tab(shell, shell_env, tmp_path)

    with ThreadPoolExecutor() as pool:
        found = dict(zip(there, pool.map(complete, there), strict=True))
    assert found == {shell: [line.rstrip() for line in CASES.values()] for shell in there}
    if len(there) < len(SHELLS):
        pytest.skip(f"not installed: {', '.join(shell for shell in SHELLS if shell not in there)}")


def _after_tab(shell: str, env: dict[str, str], folder: Path) -> list[str]:
    """Of every case, what stands on the line after the tab key: it is echoed instead of run."""
    starts = {
        "bash": ("bash", ["--norc", "--noprofile", "-i"], f"source ./{shell}.script"),
        "zsh": ("zsh", ["-f", "-i"], f"autoload -Uz compinit && compinit -u -D && source ./{shell}.script"),
        "fish": ("fish", ["--no-config", "-i"], f"source ./{shell}.script"),
    }
    program, arguments, setup = starts[shell]
    child = pexpect.spawn(
        program, arguments, env={**env, "TERM": "dumb", "PS1": "> "}, cwd=str(folder), encoding="utf-8", timeout=20
    )
    found = []
    try:
        child.sendline(f"{setup}; echo re''ady")
        child.expect("ready")
        for typed, expected in CASES.items():
            _settle(child)
            child.send(typed)
            _settle(child)
            child.send("\t")
            child.expect_exact(expected[len(typed) :].rstrip())
            _settle(child, begun=True)
            child.send("\x01echo '<<' \x05 '>>'\r")
            child.expect(r"[\r\n]<< (zjtx[^\r\n]*?) +>>[\r\n]")
            assert isinstance(child.match, re.Match)
            found.append(child.match[1].strip())
    finally:
        child.close(force=True)
    return found


def _settle(child: "pexpect.spawn[str]", *, begun: bool = False) -> None:
    """Wait until the shell has begun to say something, and has said it."""
    if not begun:
        child.expect(".+", timeout=20)
    with contextlib.suppress(pexpect.TIMEOUT):
        while True:
            child.read_nonblocking(4096, timeout=0.05)
