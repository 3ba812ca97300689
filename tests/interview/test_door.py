"""zjtx interview without a terminal, and the drafts that it lists and deletes."""

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.interview.conftest import SitsDown
from tests.interview.person import LAUNCH
from zjtx_cli.files.drafts import DraftFile
from zjtx_cli.interview.flow import say
from zjtx_cli.model.answers import Answer, Case
from zjtx_cli.model.history import Draft, Said
from zjtx_cli.model.pack import Pack


def call(sits_down: SitsDown, folder: Path, *options: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error, with nothing to read from."""
    done = subprocess.run(
        [sys.executable, *LAUNCH, "interview", "--lang", "zh", "--playbooks", str(folder), *options],
        stdin=subprocess.DEVNULL,
        env=sits_down.environment,
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def keep(pack: Pack, city: str, answers: dict[str, Answer]) -> None:
    file = DraftFile(pack)
    record: tuple[Said, ...] = ()
    for question, answer in answers.items():
        record = say(pack.questions, record, Said(question, answer, "zh"))
    file.write(Draft(Case(city, "车灯", answers=answers), record))
    file.close()


def test_without_a_terminal_nothing_is_asked_and_what_is_missing_is_named(sits_down: SitsDown, folder: Path) -> None:
    call(sits_down, folder)  # compiles the pack
    start = time.monotonic()
    code, out, error = call(sits_down, folder)
    assert time.monotonic() - start < 3  # within a second on a machine that does nothing else
    assert (code, out) == (4, "")
    for flag in ("--set trend=up|flat|down", "--set firms=0..300", "--set traces=masters,patents,nothing"):
        assert flag in error
    assert "way_out" not in error  # it is not reachable yet
    assert "还缺 6 个答案" in error


def test_without_a_terminal_a_file_tells_what_it_still_needs(sits_down: SitsDown, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text(
        "city: 某市\nanswers: {trend: down, firms: 1, sales: 1, traces: [masters], share: 1}\n", encoding="utf-8"
    )
    code, _, error = call(sits_down, folder, "-o", str(path), "--resume")
    assert code == 4
    assert "--set way_out=some|no_use" in error
    assert "--set trend" not in error
    path.write_text("city: 某市\nanswers: {trend: sideways}\n", encoding="utf-8")
    assert call(sits_down, folder, "-o", str(path), "--resume")[0] == 3


def test_no_input_asks_nothing_at_a_terminal_either(sits_down: SitsDown) -> None:
    person = sits_down("--no-input")
    assert person.leaves() == 4
    assert "--set trend=" in person.conversation()


def test_list_and_discard(sits_down: SitsDown, folder: Path, pack: Pack) -> None:
    code, out, error = call(sits_down, folder, "--list")
    assert (code, out) == (0, "")
    assert "没有存着的访谈" in error
    keep(pack, "甲市", {"trend": Answer("up")})
    keep(pack, "乙市", {})
    code, out, _ = call(sits_down, folder, "--list")
    assert code == 0
    lines = out.splitlines()
    assert len(lines) == 2
    assert any(line.startswith("甲市  甲市 · 车灯  已答 1 题，还有 5 题") for line in lines)
    assert call(sits_down, folder, "--discard", "丙市")[0] == 2
    assert call(sits_down, folder, "--discard", "甲市")[0] == 0
    assert len(call(sits_down, folder, "--list")[1].splitlines()) == 1
    assert call(sits_down, folder, "--discard", "乙市", "--list")[0] == 2


def test_of_several_drafts_one_is_chosen(sits_down: SitsDown, pack: Pack) -> None:
    keep(pack, "甲市", {"trend": Answer("up")})
    keep(pack, "乙市", {})
    sits_down().sees("另有 2 份存着的访谈").goes_home()
    sits_down("--resume").sees("接着答哪一份").presses("甲", "enter").sees("接着上次：甲市，已答 1 题", "几家企业")


def test_nothing_to_resume_is_wrong_usage_and_a_missing_file_is_said(sits_down: SitsDown) -> None:
    person = sits_down("--resume")
    assert person.leaves() == 2
    assert sits_down("--resume", "-o", "not-there.yaml").leaves() == 5


def test_a_file_with_answers_is_not_written_over_without_a_word(sits_down: SitsDown, tmp_path: Path) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text("city: 某市\nanswers: {trend: up}\n", encoding="utf-8")
    sits_down("-o", str(path)).sees("已有 1 个答案", "> 1. 接着答").presses("enter").sees("接着上次：某市").goes_home()
    assert "trend: up" in path.read_text(encoding="utf-8")
    person = sits_down("-o", str(path)).sees("> 1. 接着答").presses("2", "enter").sees("是哪个市")
    assert "trend: up" in path.read_text(encoding="utf-8")
    person.presses("乙县", "enter").sees("哪一条产业链")
    assert "trend: up" not in path.read_text(encoding="utf-8")


def test_the_state_folder_may_be_missing_or_forbidden(sits_down: SitsDown, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.write_text("not a folder", encoding="utf-8")
    person = sits_down(environment={"XDG_STATE_HOME": str(closed)}).answers("是哪个市", "甲市", "enter")
    person.sees("没能存盘", "再存一次").presses("2", "enter")
    assert person.leaves() == 5
    assert os.path.isfile(closed)
