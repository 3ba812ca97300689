"""Arrow keys, plain mode, a file, --set and standard input: the same choices give the same bytes, on every scenario city."""

import io
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.cli.app import main
from zjtx_cli.files.answers import dump_case, dumped_value, read_case
from zjtx_cli.files.drafts import DraftFile
from zjtx_cli.interview.plain import Plain
from zjtx_cli.interview.prompts import Asker, Key, Prompt, Reply, Tone
from zjtx_cli.interview.session import Interview
from zjtx_cli.interview.terminal import Terminal
from zjtx_cli.model.answers import UNKNOWN, Answer, Case, Mark
from zjtx_cli.model.history import Draft
from zjtx_cli.model.pack import LEVELS, Pack
from zjtx_cli.model.quantity import show_figure
from zjtx_cli.text import Language

ROOT = Path(__file__).resolve().parents[2]
CITIES = sorted([*(ROOT / "playbooks" / "scenarios").glob("*.yaml"), *(ROOT / "playbooks" / "places").glob("*.yaml")])
DOWN, ENTER = "\x1b[B", "\r"


class Somebody:
    """Reads what is asked, and answers with keys as a person would who has the choices on a sheet of paper."""

    def __init__(self, asker: Asker, case: Case, pack: Pack) -> None:
        self._asker, self._case, self.back_key = asker, case, asker.back_key
        self._by_text = {question.text.zh: question for question in pack.questions.values()}
        self._asked = ""

    def say(self, text: str, tone: Tone = Tone.ASIDE) -> None:
        if tone is Tone.QUESTION:
            self._asked = text
        self._asker.say(text, tone)

    def ask(self, prompt: Prompt) -> Reply | Key:
        self._keys(prompt)
        return self._asker.ask(prompt)

    def close(self) -> None:
        self._asker.close()

    def _keys(self, prompt: Prompt) -> None:
        if self._asked in self._by_text:
            question = self._by_text[self._asked]
            self._asked = ""
            value = self._case.answers.get(question.id, UNKNOWN).value
            if isinstance(value, float):
                self.writes(show_figure(value))
                return
            wanted = {value.value} if isinstance(value, Mark) else {value} if isinstance(value, str) else set(value)
            self.chooses([number for number, row in enumerate(prompt.rows) if row.id in wanted], prompt)
        elif "产业链" in self._asked:
            self.writes(self._case.industry)
        elif "哪个市" in self._asked:
            self.writes(self._case.city)
        elif "哪一级" in self._asked:
            self.chooses([LEVELS.index(self._case.level)], prompt)
        else:
            self.writes("")  # the review: nothing to change
        self._asked = self._asked if self._asked in self._by_text else ""

    def writes(self, text: str) -> None:
        raise NotImplementedError

    def chooses(self, rows: list[int], prompt: Prompt) -> None:
        raise NotImplementedError


class AtKeys(Somebody):
    """Moves with the arrows from the row that is pointed at, and ticks with the space bar."""

    def __init__(self, terminal: Terminal, case: Case, pack: Pack, keys: "object") -> None:
        super().__init__(terminal, case, pack)
        self._send = keys.send_text  # type: ignore[attr-defined]  # prompt_toolkit's pipe

    def writes(self, text: str) -> None:
        self._send(text + ENTER)

    def chooses(self, rows: list[int], prompt: Prompt) -> None:
        at = next((number for number, row in enumerate(prompt.rows) if row.id in prompt.default), -1)
        keys = ""
        for row in rows:
            keys += DOWN * ((row - at) % len(prompt.rows) if at >= 0 else row + 1)
            keys += " " if prompt.several and not prompt.rows[row].mark else ""
            at = row
        self._send(keys + ENTER)


class AtPlain(Somebody):
    """Types numbers, full-width as a Chinese input method may."""

    def writes(self, text: str) -> None:
        sys.stdin = io.StringIO(text + "\n")

    def chooses(self, rows: list[int], prompt: Prompt) -> None:
        if prompt.field is not None:  # a number: what is no figure has a letter
            self.writes(prompt.rows[rows[0]].letter)
            return
        wide = str.maketrans("0123456789", "０１２３４５６７８９")
        self.writes("，".join(str(row + 1) for row in rows).translate(wide))


def choices(path: Path, pack: Pack) -> Case:
    """What the city's file says, without sources; a question that it leaves out is answered “not known”."""
    case, _ = read_case(str(path), pack)
    assert case is not None
    answers: dict[str, Answer] = {}
    while left := [name for name in replay(pack.questions, answers).asked if name not in answers]:
        answers[left[0]] = Answer(case.answers.get(left[0], UNKNOWN).value)
    in_order = {name: answers[name] for name in pack.questions if name in answers}
    return Case(case.city, case.industry or "产业", case.level, answers=in_order)


@pytest.fixture(autouse=True)
def _as_it_was(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, real_pack: Pack) -> Iterator[None]:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr("zjtx_cli.files.library.load", lambda _: real_pack)  # read once, not 140 times
    stdin = sys.stdin
    yield
    sys.stdin = stdin


@pytest.mark.parametrize("path", CITIES, ids=lambda path: path.stem)
def test_five_ways_of_answering_give_the_same_bytes(
    path: Path, real_pack: Pack, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case, tables = choices(path, real_pack), Tables(real_pack)
    with create_pipe_input() as keys:
        terminal = Terminal(Language.ZH, keys, DummyOutput(), lambda: None)
        sit(tables, AtKeys(terminal, case, real_pack, keys), tmp_path / "arrows.yaml")
    sit(tables, AtPlain(Plain(Language.ZH), case, real_pack), tmp_path / "plain.yaml")
    written = dump_case(case, real_pack)
    (tmp_path / "file.yaml").write_text(written, encoding="utf-8")
    (tmp_path / "head.yaml").write_text(dump_case(case._replace(answers={}), real_pack), encoding="utf-8")
    ways = {
        "arrows": [str(tmp_path / "arrows.yaml")],
        "plain": [str(tmp_path / "plain.yaml")],
        "file": [str(tmp_path / "file.yaml")],
        "set": [str(tmp_path / "head.yaml"), *_settings(case.answers, real_pack)],
        "stdin": ["-"],
    }
    advices = {}
    for way, arguments in ways.items():
        sys.stdin = io.TextIOWrapper(io.BytesIO(written.encode()), encoding="utf-8")
        capsys.readouterr()
        assert main(["advise", *arguments, "--format", "json", "--no-robustness"]) == 0
        advices[way] = capsys.readouterr().out
    assert advices["arrows"].startswith("{")
    assert {way for way, advice in advices.items() if advice != advices["file"]} == set()


def sit(tables: Tables, asker: Somebody, path: Path) -> None:
    file = DraftFile(tables.pack, path)
    try:
        Interview(tables, asker, Language.ZH, file, Draft(Case(""))).talk()
    finally:
        file.close()


def _settings(answers: Mapping[str, Answer], pack: Pack) -> list[str]:
    given = {
        name: dumped_value(one.value, pack.questions[name]).strip("[]").replace(" ", "")
        for name, one in answers.items()
    }
    return [word for name, value in given.items() for word in ("--set", f"{name}={value}")]
