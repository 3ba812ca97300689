"""Blocks and words: what a renderer may rely on."""

from tests.report.papers import STEERING, STEERS, a_paper
from zjtx_cli.report.document import Paragraph, Ref, Section, Strong, Table, on_one_line, plain, referred, words_in


def test_words_of_others_stay_on_one_line_and_steer_nothing() -> None:
    shown = on_one_line(STEERING)
    assert not STEERS & set(shown)
    assert "red" in shown
    assert "new line" in shown
    assert "gnirts" in shown


def test_plain_words_lose_their_looks_and_nothing_else() -> None:
    assert plain(("a ", Strong("b"), " ", Ref("E01", "〔E01〕"))) == "a b 〔E01〕"


def test_references_are_found_wherever_they_stand_and_once() -> None:
    table = Table("c", ("a",), (((Ref("E02", "E02"),),),))
    blocks = (Paragraph((Ref("E01", "E01"),)), Section("s", (table, Paragraph((Ref("E01", "E01"),)))))
    assert referred(blocks) == ("E01", "E02")


def test_every_block_tells_its_words() -> None:
    said = [plain(words) for words in words_in(a_paper("marker").sections)]
    assert said.count("marker") == 10
