"""The conversation with somebody who answers anything, in any order: what is saved is what was last said."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import packs
from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.errors import CannotAccess
from zjtx_cli.files.answers import read_case
from zjtx_cli.files.drafts import DraftFile, read_draft
from zjtx_cli.interview.flow import answers_in
from zjtx_cli.interview.prompts import Chosen, Key, Prompt, Reply, Tone, Written
from zjtx_cli.interview.session import Interview
from zjtx_cli.model.answers import WITHHELD, Case
from zjtx_cli.model.history import Draft
from zjtx_cli.model.pack import Pack
from zjtx_cli.text import Language

MOST = 30  # replies of one sitting


class Anybody:
    """Replies as drawn; leaves when the replies are used up, as if by Ctrl-C."""

    back_key = "b"

    def __init__(self, data: st.DataObject) -> None:
        self._data, self.left, self.said = data, MOST, ""

    def say(self, text: str, tone: Tone = Tone.ASIDE) -> None:
        self.said += text + "\n"

    def close(self) -> None:
        pass

    def ask(self, prompt: Prompt) -> Reply | Key:
        self.left -= 1
        if self.left < 0:
            raise KeyboardInterrupt
        if prompt.keys and self._data.draw(st.integers(0, 3)) == 0:
            return self._data.draw(st.sampled_from(prompt.keys))
        reply = self._reply(prompt)
        return Chosen(("unknown",)) if prompt.refuse(reply) else reply

    def _reply(self, prompt: Prompt) -> Reply:
        if prompt.field is not None and (not prompt.rows or self._data.draw(st.booleans())):
            written = (
                st.sampled_from(["0", "1", "2", "2025", "３", "来源甲"])
                if prompt.field.figure or not prompt.rows
                else st.just("1")
            )
            return Written(self._data.draw(written))
        some = st.lists(
            st.sampled_from([row.id for row in prompt.rows]),
            min_size=1,
            max_size=2 if prompt.several else 1,
            unique=True,
        )
        return Chosen(tuple(self._data.draw(some)))


def sit(
    pack: Pack, asker: Anybody, path: Path, draft: Draft, language: Language = Language.ZH, *, quick: bool = False
) -> Interview:
    file = DraftFile(pack, path)
    interview = Interview(Tables(pack), asker, language, file, draft, quick=quick)
    try:
        interview.talk()
    except KeyboardInterrupt:
        pass
    finally:
        file.close()
    return interview


@pytest.fixture(scope="module", autouse=True)
def _locks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield


@given(st.data())
def test_whatever_is_replied_the_file_holds_what_counts_and_goes_on_from_there(data: st.DataObject) -> None:
    pack = data.draw(packs())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "answers.yaml"
        interview = sit(pack, Anybody(data), path, Draft(Case("某市")), quick=data.draw(st.booleans()))
        if not path.exists():  # left before the first answer
            return
        case, problems = read_case(str(path), pack)
        assert not problems
        assert case is not None
        assert case.answers == interview.case.answers
        draft, _ = read_draft(path, pack)
        assert draft is not None
        assert answers_in(draft.record) == case.answers
        resumed = Interview(Tables(pack), Anybody(data), Language.EN, DraftFile(pack), draft)
        assert resumed.case.answers == interview.case.answers


@given(st.data())
def test_withheld_values_and_their_sources_are_in_no_byte_of_the_file(data: st.DataObject) -> None:
    pack = data.draw(packs())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "answers.yaml"
        interview = sit(pack, Anybody(data), path, Draft(Case("某市")), quick=data.draw(st.booleans()))
        hidden = [question for question, answer in interview.case.answers.items() if answer == WITHHELD]
        for question in hidden:
            lines = [line for line in path.read_text(encoding="utf-8").splitlines() if f" {question}" in line]
            assert all(line.endswith(("withheld", "withheld, lang: zh}")) for line in lines)
            assert len(lines) == 2


@given(st.data())
def test_the_next_sitting_asks_only_what_is_open(data: st.DataObject) -> None:
    pack = data.draw(packs())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "answers.yaml"
        interview = sit(pack, Anybody(data), path, Draft(Case("某市")))
        still = [q for q in replay(pack.questions, interview.case.answers).asked if q not in interview.case.answers]
        asker = Anybody(data)
        asker.left = 0
        sit(pack, asker, path, Draft(interview.case))
        if not interview.case.answers:
            assert "产业链" in asker.said
            return
        assert (f"{still[0]}?" in asker.said) if still else ("答案一览" in asker.said)


def test_what_cannot_be_saved_is_said_and_may_be_tried_again(
    pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replies: list[Reply] = [Chosen(("up",)), Chosen(("again",)), Chosen(("leave",))]

    class Somebody(Anybody):
        def __init__(self) -> None:
            self.said = ""

        def ask(self, prompt: Prompt) -> Reply | Key:
            return replies.pop(0)

    file = DraftFile(pack, tmp_path / "a.yaml")

    def fails(draft: Draft) -> None:
        raise CannotAccess(pack.doing_nothing)

    monkeypatch.setattr(file, "write", fails)
    asker = Somebody()
    with pytest.raises(CannotAccess):
        Interview(Tables(pack), asker, Language.ZH, file, Draft(Case("某市"))).talk()
    file.close()
    assert asker.said.count("没能存盘：照旧。") == 2
