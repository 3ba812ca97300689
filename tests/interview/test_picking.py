"""Keys of the arrow-key prompt, without a terminal: what is pointed at, ticked, typed, refused."""

import pytest

from zjtx_cli.interview.asking import prompt_for
from zjtx_cli.interview.picking import Picking
from zjtx_cli.interview.prompts import Chosen, Field, Key, Prompt, Reply, Row, Written
from zjtx_cli.interview.wrapping import width
from zjtx_cli.model.answers import UNKNOWN, Answer
from zjtx_cli.model.pack import Pack
from zjtx_cli.text import Language

FRUITS = tuple(Row(f"f{number}", f"水果{number}", "甜") for number in range(1, 13))


def asked(pack: Pack, name: str, former: Answer | None = None) -> Picking:
    return Picking(prompt_for(pack.questions[name], former, pack, Language.ZH), Language.ZH, 80)


def shown(picking: Picking) -> str:
    return "".join(text for _, text in [*picking.body(), ("", "\n"), *picking.foot()])


def types(picking: Picking, text: str) -> Key | None:
    return next((key for key in [picking.type(character) for character in text] if key is not None), None)


def test_enter_alone_chooses_nothing_where_there_is_no_default(pack: Pack) -> None:
    picking = asked(pack, "trend")
    assert picking.enter() is None
    assert "还没有选" in shown(picking)


def test_an_answer_given_before_is_where_it_starts(pack: Pack) -> None:
    assert asked(pack, "trend", Answer("flat")).enter() == Chosen(("flat",))
    assert asked(pack, "trend", UNKNOWN).enter() == Chosen(("unknown",))
    assert asked(pack, "firms", Answer(7.0)).enter() == Written("")
    assert asked(pack, "firms", UNKNOWN).enter() == Chosen(("unknown",))


@pytest.mark.parametrize(
    ("keys", "chosen"), [("2", "flat"), ("２", "flat"), ("4", "unknown"), ("下", "down"), ("%", "up"), ("flat", "flat")]
)
def test_numbers_choose_and_words_filter(pack: Pack, keys: str, chosen: str) -> None:
    picking = asked(pack, "trend")
    types(picking, keys)
    assert picking.enter() == Chosen((chosen,))


def test_arrows_go_round_and_pages_stop_at_the_ends() -> None:
    picking = Picking(Prompt(FRUITS), Language.ZH, 80)
    picking.move(-1)
    assert picking.enter() == Chosen(("f12",))
    picking.move(1)
    assert picking.enter() == Chosen(("f1",))
    picking.move(5)
    picking.move(5)
    picking.move(5)
    assert picking.enter() == Chosen(("f12",))


@pytest.mark.parametrize(("keys", "chosen"), [("1", "f1"), ("12", "f12"), ("13", "f3"), ("102", "f2"), ("01", "f1")])
def test_two_digits_choose_in_a_long_list(keys: str, chosen: str) -> None:
    picking = Picking(Prompt(FRUITS), Language.ZH, 80)
    types(picking, keys)
    assert picking.enter() == Chosen((chosen,))


def test_a_filter_can_be_taken_back() -> None:
    picking = Picking(Prompt(FRUITS), Language.ZH, 80)
    types(picking, "水果11x")
    assert picking.enter() is None
    assert "没有相符的" in shown(picking)
    picking.erase()
    assert "水果12" not in shown(picking)
    assert picking.enter() == Chosen(("f11",))
    picking.clear()
    assert "水果12" in shown(picking)


def test_several_are_ticked_and_none_of_these_stands_alone(pack: Pack) -> None:
    picking = asked(pack, "traces")
    picking.move(1)
    assert picking.enter() is None
    assert "勾选" in shown(picking)
    types(picking, "12")
    assert picking.enter() == Chosen(("masters", "patents"))
    types(picking, "3")
    assert picking.enter() == Chosen(("nothing",))
    types(picking, "1")
    assert picking.enter() == Chosen(("masters",))
    types(picking, " ")
    picking.move(-1)
    assert picking.enter() == Chosen(("withheld",))


def test_a_figure_is_read_back_while_it_is_typed_and_refused_with_the_reason(pack: Pack) -> None:
    picking = asked(pack, "sales")
    types(picking, "３。２亿")
    assert "= 32000万元" in shown(picking)
    assert picking.enter() == Written("３。２亿")
    types(picking, "亿")
    assert picking.enter() is None
    assert "不是“销售额”的数" in shown(picking)
    picking.clear()
    assert picking.enter() is None
    assert "请先答这一题" in shown(picking)
    picking.move(1)
    assert picking.enter() == Chosen(("unknown",))


@pytest.mark.parametrize("written", ["不清楚", "unknown", "Not known"])
def test_not_known_may_be_written_in_words(pack: Pack, written: str) -> None:
    picking = asked(pack, "sales")
    types(picking, written)
    assert "= 不清楚" in shown(picking)
    assert picking.enter() == Written(written)


def test_left_goes_back_while_nothing_is_typed_and_moves_in_what_is_typed(pack: Pack) -> None:
    assert asked(pack, "trend").left() is Key.BACK
    picking = asked(pack, "firms")
    types(picking, "13")
    assert picking.left() is None
    types(picking, "2")
    assert picking.enter() == Written("123")
    picking.home()
    picking.erase()
    picking.end()
    picking.erase()
    assert picking.enter() == Written("12")


def test_a_question_mark_asks_for_help_but_is_text_in_a_name(pack: Pack) -> None:
    assert types(asked(pack, "trend"), "？") is Key.HELP
    assert types(asked(pack, "firms"), "1?") is Key.HELP
    name = Picking(Prompt(field=Field(otherwise="x"), keys=(Key.BACK,)), Language.ZH, 80)
    assert types(name, "甲?") is None
    assert name.enter() == Written("甲?")
    assert name.wants(Key.NOTES) is None


@pytest.mark.parametrize("columns", [20, 40, 80])
def test_nothing_is_cut_and_nothing_is_wider_than_the_terminal(pack: Pack, columns: int) -> None:
    long = Row("long", "很长的选项" * 12, "很长的说明，" * 9)
    for prompt in (
        Prompt((*FRUITS, long)),
        Prompt((long, long), several=True),
        Prompt((long,), Field("很长的默认值" * 9)),
    ):
        picking = Picking(prompt, Language.EN, columns)
        lines = shown(picking).split("\n")
        assert all(width(line) < columns for line in lines)
        assert "".join("".join(lines).split()).count("很长的选项") >= 10


def test_where_the_cursor_stands_is_what_is_pointed_at(pack: Pack) -> None:
    picking = asked(pack, "trend")
    types(picking, "3")
    picking.body()
    assert picking.cursor() == (0, 2)
    picking = asked(pack, "firms")
    types(picking, "12")
    picking.body()
    assert picking.cursor() == (4, 0)


def test_a_reply_is_refused_with_the_reason_until_it_fits() -> None:
    def refuse(reply: Reply) -> str:
        return "" if reply == Written("yes") else "not that"

    picking = Picking(Prompt(field=Field(), refuse=refuse), Language.EN, 80)
    types(picking, "no")
    assert picking.enter() is None
    assert "not that" in shown(picking)
    picking.clear()
    types(picking, "yes")
    assert picking.enter() == Written("yes")


def test_when_the_filter_is_cleared_enter_means_again_what_it_meant() -> None:
    picking = Picking(Prompt(FRUITS, default=("f1",)), Language.ZH, 80)
    types(picking, "没有的")
    assert picking.enter() is None
    picking.clear()
    assert picking.enter() == Chosen(("f1",))
