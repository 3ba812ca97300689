"""Every sentence on how well an advice holds, as it is printed, confirmed on every scenario city by judging anew.

The sentences are read back from the paper, in both languages: names, answers, figures and outcomes are those that a reader
sees. What they claim is then looked for with the public judgement alone (the answer flipped, the weight scaled).
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from tests.advisor.sureness import reweighted
from tests.report.judged_anew import City, Outcome, first_of, outcome
from tests.report.sentences import Reader, slots, which
from tests.report.simulated import simulated
from zjtx_cli.advisor.advising import advise
from zjtx_cli.advisor.judging import judge
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.files.library import built_in, load
from zjtx_cli.files.scenarios import read_scenarios
from zjtx_cli.model.advice import Advice, Judgement
from zjtx_cli.model.answers import Mark, Value
from zjtx_cli.model.pack import Pack
from zjtx_cli.report import compose_robustness, wording
from zjtx_cli.report import wording_robustness as words
from zjtx_cli.report.document import Block, Bullets, Paragraph, Section, Table, plain
from zjtx_cli.report.telling import Teller
from zjtx_cli.report.telling_change import MOSTLY
from zjtx_cli.text import Language, Text

SCENARIOS = sorted((built_in() / "scenarios").glob("*.yaml"))
CITIES = sorted((Path(__file__).resolve().parents[2] / "playbooks" / "places").glob("*.yaml"))
EVERY = [path.stem for path in (*SCENARIOS, *CITIES)]
DRAWS = 1_000
each_city = pytest.mark.parametrize("name", EVERY)

Change = tuple[str, Value | Mark]

OUTCOMES = {
    name: getattr(words, name)
    for name in ("NONE", "UNDECIDED", "IN_FRONT", "STILL_IN_FRONT", "FIRST", "SETTLED", "STILL_FIRST")
}


@cache
def the_pack() -> tuple[Pack, Tables]:
    pack = load(built_in())
    return pack, Tables(pack)


@cache
def the_city(name: str) -> City:
    pack, tables = the_pack()
    path = next(one for one in (*SCENARIOS, *CITIES) if one.stem == name)
    (found,) = read_scenarios([path], pack).scenarios
    return City(pack, tables, found.case)


@cache
def the_advice(name: str) -> Advice:
    city = the_city(name)
    return advise(city.tables, [city.case], chance=lambda: random.Random(1).random, draws=DRAWS)


@cache
def section(name: str, language: Language) -> dict[str, tuple[Block, ...]]:
    """The parts of the section by their Chinese title."""
    advice, (pack, _) = the_advice(name), the_pack()
    (found,) = compose_robustness.robustness(advice.first, Teller(pack, language, advice.as_of, advice.level))
    titles = (words.HOW_SURE, words.WOULD_CHANGE, words.OTHERWISE, words.CONSERVATIVE, wording.UNKNOWNS)
    parts: dict[str, tuple[Block, ...]] = {}
    for block in found.blocks:
        assert isinstance(block, Section)
        known = [one.zh for one in (*titles, words.LIMITS_HIT) if one.to(language) == block.title]
        assert len(known) == 1, block.title
        parts[known[0]] = block.blocks
    assert {one.zh for one in titles} <= set(parts)
    return parts


def lines(blocks: Sequence[Block]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Bullets):
            found += [plain(item) for item in block.items]
        elif isinstance(block, Paragraph):
            found.append(plain(block.words))
        else:
            assert isinstance(block, Table), block
    return found


@dataclass(frozen=True)
class Said:
    """A city with a reader of its sentences."""

    city: City
    reader: Reader

    @property
    def base(self) -> Outcome:
        return outcome(self.city.base)

    def is_so(self, told: str, after: Judgement) -> bool:
        """Whether an outcome as it is printed is that of a judgement."""
        name, read = which(OUTCOMES, told, self.reader.language)
        status, first, strength = outcome(after)
        same = first is not None and first == self.base[1]
        title = self.reader.model(read["title"]) if "title" in read else None
        told_strength = self.reader.strength(read["strength"]) if "strength" in read else None
        return {
            "NONE": status == "none",
            "UNDECIDED": status == "undecided" and first is None,
            "IN_FRONT": status == "undecided" and first == title and not same,
            "STILL_IN_FRONT": status == "undecided" and same,
            "FIRST": (status, first, strength) == ("recommended", title, told_strength) and not same,
            "SETTLED": (status, first, strength) == ("recommended", title, told_strength) and self.base[0] != status,
            "STILL_FIRST": (status, same, strength) == ("recommended", True, told_strength) and self.base[0] == status,
        }[name]

    def turns_first(self, question: str) -> bool:
        """Whether some value of an answer brings another first choice."""
        return any(first_of(self.city.after({question: value})) != self.base[1] for value in self.ends(question))

    def turns(self, question: str) -> bool:
        return any(outcome(self.city.after({question: value})) != self.base for value in self.ends(question))

    def ends(self, question: str) -> list[Value | Mark]:
        """Every option; of figures and of several options the ends of what no condition tells apart."""
        if self.city.pack.questions[question].kind == "one":
            return self.city.others(question)
        groups = self.city.tables.alike[question]
        ends = dict.fromkeys(end for group in groups for end in (group[0], group[-1]))
        return [end for end in ends if end != self.city.state(question)]


@cache
def said(name: str, language: Language) -> Said:
    pack, tables = the_pack()
    return Said(the_city(name), Reader(pack, tables, language))


def own_share(name: str, questions: Sequence[str]) -> list[str]:
    """What is looked through: all of it for the scenarios; of the many evaluation cities each takes its own sixth."""
    if name in {path.stem for path in SCENARIOS}:
        return list(questions)
    return [one for place, one in enumerate(questions) if place % 6 == EVERY.index(name) % 6]


# how sure

HOW_SURE = {
    name: getattr(words, name)
    for name in (
        *("WEIGHTS_HOLD", "WEIGHTS_HOLD_NONE", "WEIGHTS_TURN", "ANSWERS_HOLD", "ANSWERS_TURN"),
        *("SHARE", "SHARE_ALWAYS", "SHARE_NEVER", "SHARE_OPEN", "SHARE_OTHERS", "NEVER_FIRST", "NONE_SHARE"),
        *("RANK", "RANK_FIXED", "RANK_BOUNDS"),
    )
}


@cache
def how_sure(name: str, language: Language) -> dict[str, dict[str, str]]:
    """By sentence what stands in its slots. Nothing else is said, and nothing twice."""
    found = [which(HOW_SURE, line, language) for line in lines(section(name, language)[words.HOW_SURE.zh])]
    assert len({kind for kind, _ in found}) == len(found)
    return dict(found)


@each_city
def test_what_is_said_of_the_weights(name: str) -> None:
    one, told = said(name, Language.ZH), how_sure(name, Language.ZH)
    count = sum(
        _first_when_scaled(one.city, *weight, factor) != one.base[1]
        for weight in _weights(one)
        for factor in (0.5, 2.0)
    )
    assert {kind for kind in told if kind.startswith("WEIGHTS")} == {
        "WEIGHTS_TURN" if count else "WEIGHTS_HOLD" if one.base[1] else "WEIGHTS_HOLD_NONE"
    }
    assert count == int(told.get("WEIGHTS_TURN", {}).get("count", 0))


def _weights(one: Said) -> list[tuple[str, str]]:
    return [(book.id, criterion.question) for book in one.city.pack.playbooks.values() for criterion in book.criteria]


def _first_when_scaled(city: City, playbook: str, question: str, factor: float) -> str | None:
    """What comes first: the other models stand as they stood; judged all together where that may not tell (two fits level,
    a line hardly reached, or a verdict that rests on what could still come).
    """
    limits, base = city.pack.thresholds, city.base
    fit, known_share = city.under(playbook, question, factor)
    fits = {one.playbook: one.score.likely for one in base.ranking if one.eligible}
    known = {one.playbook: one.known for one in base.ranking} | {playbook: known_share}
    if playbook in fits:
        fits[playbook] = fit
    order = sorted(fits, key=lambda one: (-fits[one], one))
    level = len(order) > 1 and fits[order[0]] - fits[order[1]] < 1e-6
    best, most_known = max(fits.values(), default=0.0), max(known.values())
    near = abs(best - limits.conditional_from) < 1e-6 or abs(most_known - limits.verdict_known) < 1e-6
    if not level and not near:
        if best > limits.conditional_from:
            return order[0]
        if most_known > limits.verdict_known:
            return None
        if city.can_do_without(playbook):
            return order[0]
    return first_of(city.scaled(playbook, question, factor))


def test_a_weight_moves_its_own_model_and_no_other() -> None:
    """What is judged anew of one model alone is what is judged anew of all."""
    for place, name in enumerate(EVERY):
        one = said(name, Language.ZH)
        weights = _weights(one)
        weight, factor = weights[place * 7 % len(weights)], (0.25, 4.0)[place % 2]
        assert one.city.scaled(*weight, factor) == judge(
            Tables(reweighted(one.city.pack, *weight, factor)), one.city.case
        )


@each_city
def test_what_is_said_of_the_open_answers(name: str) -> None:
    one, told = said(name, Language.ZH), how_sure(name, Language.ZH)
    named = one.reader.questions(told["ANSWERS_TURN"]["which"]) if "ANSWERS_TURN" in told else []
    assert {kind for kind in told if kind.startswith("ANSWERS")} == (
        {"ANSWERS_TURN" if named else "ANSWERS_HOLD"} if one.city.open else set()
    )
    if named:
        assert int(told["ANSWERS_TURN"]["count"]) == len(named)
        assert int(told["ANSWERS_TURN"]["total"]) == len(one.city.open)
    elif one.city.open:
        assert int(told["ANSWERS_HOLD"]["count"]) == len(one.city.open)
    assert set(named) <= set(one.city.open)
    for question in own_share(name, one.city.open):
        assert one.turns_first(question) is (question in named), question


@each_city
def test_what_is_said_of_the_draws(name: str) -> None:
    one, told = said(name, Language.ZH), how_sure(name, Language.ZH)
    robust = the_advice(name).first.robustness
    assert robust is not None
    draws = 600 if name in {path.stem for path in SCENARIOS} else 100
    shares, unbarred, none = simulated(one.city.pack, one.city.case, draws)
    near = 4 * 0.5 / draws**0.5 + robust.half_width + 0.025  # four standard errors, and half a printed step
    printed = _printed_shares(one, told)
    assert set(printed) == set(one.city.pack.playbooks)
    for playbook, share in printed.items():
        assert abs(shares[playbook] - share) <= near, playbook
    assert abs(none - _share(told["NONE_SHARE"]["share"] if "NONE_SHARE" in told else "0%")) <= near
    leading = one.base[1] or one.city.base.ranking[0].playbook
    if "SHARE_OPEN" in told:
        assert abs(_share(told["SHARE_OPEN"]["share"]) - unbarred[leading]) <= near
    else:
        assert unbarred[leading] >= MOSTLY - near
    if "SHARE" in told:
        assert int(told["SHARE"]["draws"]) == robust.draws == DRAWS
        assert int(told["SHARE"]["points"]) / 100 >= robust.half_width


def _printed_shares(one: Said, told: dict[str, dict[str, str]]) -> dict[str, float]:
    printed: dict[str, float] = {}
    for kind, share in (("SHARE", None), ("SHARE_ALWAYS", 1.0), ("SHARE_NEVER", 0.0)):
        if kind in told:
            printed[one.reader.model(told[kind]["title"])] = _share(told[kind]["share"]) if share is None else share
    if "NEVER_FIRST" in told:
        printed |= dict.fromkeys(one.reader.models(told["NEVER_FIRST"]["which"]), 0.0)
    if "SHARE_OTHERS" in told:
        for part in told["SHARE_OTHERS"]["which"].split("、“"):
            title, _, share_ = part.removeprefix("“").rpartition("”")
            printed[one.reader.model(title)] = _share(share_)
    return printed


@each_city
def test_what_is_said_of_the_places(name: str) -> None:
    one, told = said(name, Language.ZH), how_sure(name, Language.ZH)
    for kind in ("RANK", "RANK_FIXED", "RANK_BOUNDS"):
        if kind in told:
            _check_rank(one, told[kind], exact=kind != "RANK_BOUNDS")
    assert bool({"RANK", "RANK_FIXED", "RANK_BOUNDS"} & set(told)) is (one.base[1] is not None)


def _share(said_: str) -> float:
    if said_ == words.EVERY_DRAW.zh:
        return 1.0
    for sentence, sign in ((words.HARDLY, 0.5), (words.NEARLY, 1.0)):
        if read := slots(sentence, said_, Language.ZH):
            return float(read["share"].rstrip("%")) / 100 * sign
    return float(said_.rstrip("%")) / 100


def _check_rank(one: Said, read: dict[str, str], *, exact: bool) -> None:
    """Open answers are settled one after another for the model, and against it: no place on the way lies outside of what is
    told, and the ends are reached where they are said to be exact."""
    playbook = one.reader.model(read["title"])
    best, worst = int(read["best"]), int(read.get("worst", read["best"]))
    reached = set()
    for sign in (1, -1):
        changes: dict[str, Value | Mark] = {}
        for question in one.city.open:
            changes[question] = max(
                one.city.others(question), key=lambda value: sign * _standing(one.city, playbook, question, value)
            )
        place = _place(one.city.after(changes), playbook)
        if place is not None:
            assert best <= place <= worst
            reached.add(place)
    if exact and best == worst:
        assert reached <= {best}
    assert best <= (_place(one.city.base, playbook) or best) <= worst


def _standing(city: City, playbook: str, question: str, value: Value | Mark) -> float:
    """How much more a value brings this model than the others on average."""
    worth = {
        book.id: sum(one.share * one.value(value) for one in book.criteria if one.question == question)
        for book in city.pack.playbooks.values()
    }
    return worth[playbook] - sum(worth.values()) / len(worth)


def _place(judgement: Judgement, playbook: str) -> int | None:
    eligible = [found.playbook for found in judgement.ranking if found.eligible]
    return eligible.index(playbook) + 1 if playbook in eligible else None


# what would change it


WOULD_CHANGE: dict[str, Text] = {
    "up": words.WEIGHT_SWITCH[True],
    "down": words.WEIGHT_SWITCH[False],
    "slightly up": words.WEIGHT_SLIGHT[True],
    "slightly down": words.WEIGHT_SLIGHT[False],
    **{
        name: getattr(words, name)
        for name in ("ANSWER_SWITCH", "MORE_SWITCHES", "NO_ANSWER", "ANSWERS_BELOW", "NO_WEIGHT")
    },
}


SLIGHTLY = {"slightly up": 1, "slightly down": -1}


def would_change(name: str, language: Language) -> list[tuple[str, dict[str, str]]]:
    return [which(WOULD_CHANGE, line, language) for line in lines(section(name, language)[words.WOULD_CHANGE.zh])]


@each_city
def test_weights_that_would_change_it_do(name: str) -> None:
    one = said(name, Language.ZH)
    told = would_change(name, Language.ZH)
    for kind, read in told:
        if kind in ("up", "down"):
            _check_weight(one, read, upwards=kind == "up")
        if kind in SLIGHTLY:
            _check_slight(one, read, SLIGHTLY[kind])
    if "NO_WEIGHT" in dict(told):
        for weight in _weights(one):
            assert all(_first_when_scaled(one.city, *weight, factor) == one.base[1] for factor in (0.25, 4.0))
    assert {"up", "down", "NO_WEIGHT", *SLIGHTLY} & set(dict(told))


@each_city
def test_answers_that_would_change_it_do_and_no_other_option_does(name: str) -> None:
    one = said(name, Language.ZH)
    found = would_change(name, Language.ZH)
    told: list[Change] = []
    for read in (read for kind, read in found if kind == "ANSWER_SWITCH"):
        question = one.reader.question(read["name"])
        assert one.reader.now(question, read["now"]) == one.city.state(question) is not None
        for value in one.reader.thens(question, read["then"]):
            assert one.is_so(read["outcome"], one.city.after({question: value})), read
            told.append((question, value))
    otherwise = {changes[0] for changes, *_ in _counterfactuals(name, Language.ZH) if len(changes) == 1}
    turning = set(_turning_options(one))
    more = sum(int(read["count"]) for kind, read in found if kind == "MORE_SWITCHES")
    assert len(turning - set(told) - otherwise) <= more
    if "NO_ANSWER" in dict(found):
        assert not turning
    if "ANSWERS_BELOW" in dict(found):
        assert turning <= otherwise


def _turning_options(one: Said) -> Iterator[tuple[str, Value | Mark]]:
    """Every option that would change the outcome, of every question that is answered with one."""
    for question in one.city.known:
        if isinstance(one.city.state(question), str):
            for value in one.city.others(question):
                if outcome(one.city.after({question: value})) != one.base:
                    yield question, value


def _check_weight(one: Said, read: dict[str, str], *, upwards: bool) -> None:
    """At the factor that is told it has turned; one step of the last printed figure nearer to 1 it has not yet."""
    where = one.reader.model(read["title"]), one.reader.question(read["name"])
    factor = float(read["factor"])
    assert (factor > 1) is upwards
    assert one.is_so(read["outcome"], one.city.scaled(*where, factor)), read
    step = 10.0 ** -len(read["factor"].partition(".")[2])
    nearer = factor - step if upwards else factor + step
    if (nearer > 1) is upwards and nearer != 1:
        assert not one.is_so(read["outcome"], one.city.scaled(*where, nearer)), read


def _check_slight(one: Said, read: dict[str, str], sign: int) -> None:
    """A change of less than a thousandth, that way, brings what is told; the weight as it is does not."""
    where = one.reader.model(read["title"]), one.reader.question(read["name"])
    slight = [one.city.scaled(*where, 1 + sign * 10.0**-places) for places in (10, 8, 7, 6, 4, 3)]
    assert any(one.is_so(read["outcome"], after) for after in slight), read
    assert not one.is_so(read["outcome"], one.city.scaled(*where, 1.0)), read


def test_some_city_stands_so_near_a_line_that_the_slightest_change_is_told() -> None:
    """Or what is checked of such sentences would be checked of none."""
    for language in Language:
        assert SLIGHTLY.keys() & {kind for name in EVERY for kind, _ in would_change(name, language)}


# what would bring in another model


@cache
def _counterfactuals(name: str, language: Language) -> list[tuple[tuple[Change, ...], str, str, str]]:
    """By line: the changes, the nature that is told, which sentence, and what else it says."""
    one = said(name, language)
    kinds = {kind: getattr(words, kind) for kind in ("BRINGS", "FREES", "FREES_AND")}
    found: list[tuple[tuple[Change, ...], str, str, str]] = []
    for line in lines(section(name, language)[words.OTHERWISE.zh]):
        if line == words.OTHERWISE_NONE[2].to(language):
            continue
        nature, rest = next(
            (nature, line.removeprefix(head))
            for nature, title in words.NATURES.items()
            if line.startswith(head := title.to(language) + wording.COLON.to(language))
        )
        reads = {kind: read for kind, text in kinds.items() if (read := slots(text, rest, language))}
        kind = next(kind for kind in ("FREES", "FREES_AND", "BRINGS") if kind in reads)
        changes = []
        for part in reads[kind]["changes"].split(words.BOTH.to(language) + "“"):
            read = slots(words.CHANGE, part if part.startswith("“") else f"“{part}", language)
            assert read, part
            question = one.reader.question(read["name"])
            assert one.reader.now(question, read["now"]) == one.city.state(question)
            (then,) = one.reader.thens(question, read["then"])
            changes.append((question, then))
        found.append((tuple(changes), nature, kind, reads[kind].get("outcome", "")))
    return found


@each_city
def test_what_would_bring_in_another_model_does_and_nothing_less(name: str) -> None:
    one = said(name, Language.ZH)
    natures = ["policy", "slow", "given"]
    for changes, nature, kind, told in _counterfactuals(name, Language.ZH):
        after = one.city.after(dict(changes))
        hardest = max((one.city.pack.questions[question].nature for question, _ in changes), key=natures.index)
        assert hardest == nature
        if kind == "BRINGS":
            assert one.is_so(told, after)
        else:
            assert _barred(one.city.base) - _barred(after)
            assert outcome(after) == one.base if kind == "FREES" else one.is_so(told, after)
        for fewer in (part for size in range(1, len(changes)) for part in combinations(changes, size)):
            less = one.city.after(dict(fewer))
            gone = _barred(one.city.base) - _barred(after)
            assert (
                outcome(less)[1] != outcome(after)[1]
                if kind == "BRINGS"
                else not gone <= _barred(one.city.base) - _barred(less)
            )


def _barred(judgement: Judgement) -> set[str]:
    return {found.playbook for found in judgement.ranking if not found.eligible}


# the conservative reading


@each_city
def test_the_conservative_reading_is_what_worse_answers_give(name: str) -> None:
    one = said(name, Language.ZH)
    (line,) = lines(section(name, Language.ZH)[words.CONSERVATIVE.zh])
    parts = [part + "。" for part in line.split("。") if part]
    worse = dict(_one_step_worse(one.city))
    after = one.city.after(worse) if worse else one.city.base
    breakers = {question for question, value in worse.items() if outcome(one.city.after({question: value})) != one.base}
    for part in parts:
        if read := slots(words.STANDS, part, Language.ZH):
            assert int(read["count"]) == len(worse)
            assert outcome(after) == one.base
        elif read := slots(words.FALLS, part, Language.ZH):
            assert int(read["count"]) == len(worse)
            assert one.is_so(read["outcome"], after)
        elif read := slots(words.BREAKERS, part, Language.ZH):
            assert set(one.reader.questions(read["which"])) == breakers
            assert int(read["count"]) == len(breakers)
        elif part == words.NO_BREAKER.zh:
            assert not breakers
        else:
            assert part == words.NOTHING_WORSE.zh
            assert not worse
    assert (words.STANDS.zh[-7:] in line or not worse) is (outcome(after) == one.base)


def _one_step_worse(city: City) -> Iterator[Change]:
    """Delicate answers a step away from what is said too well; unsure ones to the neighbour that the leader likes least."""
    leader = city.base.ranking[0].playbook
    for question in city.known:
        asked, now = city.pack.questions[question], city.state(question)
        if isinstance(now, Mark):
            continue
        if asked.delicate is not None and not isinstance(now, frozenset):
            if isinstance(now, str):
                order = [option.id for option in asked.options]
                place = order.index(now) + (1 if asked.delicate.better == "first" else -1)
                worse: Value | None = order[place] if 0 <= place < len(order) else None
            else:
                assert isinstance(now, float)
                away = -asked.delicate.step if asked.delicate.better == "high" else asked.delicate.step
                worse = round(min(max(now + away, asked.low), asked.high), 9)
        elif asked.delicate is not None or not city.case.answers[question].sure:
            worse = _least_liked(city, leader, question, now)
        else:
            continue
        if worse is not None and worse != now:
            yield question, worse


def _least_liked(city: City, playbook: str, question: str, now: Value | Mark | None) -> Value | None:
    asked = city.pack.questions[question]
    criterion = next((one for one in city.pack.playbooks[playbook].criteria if one.question == question), None)
    if criterion is None:
        return None
    beside: list[Value] = []
    if isinstance(now, str):
        order = [option.id for option in asked.options]
        beside = [order[near] for near in (order.index(now) - 1, order.index(now) + 1) if 0 <= near < len(order)]
    elif isinstance(now, frozenset):
        beside = [
            value for value in city.tables.values[question] if isinstance(value, frozenset) and len(value ^ now) == 1
        ]
    elif isinstance(now, float):
        step = max(0.1 * abs(now), 0.01 * (asked.high - asked.low))
        step = float(-(-(step - 1e-9) // 1)) if asked.whole else step
        beside = [round(min(max(now + away, asked.low), asked.high), 9) for away in (-step, step)]
    assert now is not None
    lowest = min(beside, key=criterion.value, default=now)
    return lowest if not isinstance(lowest, Mark) and criterion.value(lowest) < criterion.value(now) else None


# worth finding out


@each_city
def test_what_is_worth_finding_out_moves_what_it_is_said_to_move(name: str) -> None:
    one = said(name, Language.ZH)
    blocks = section(name, Language.ZH)[wording.UNKNOWNS.zh]
    order: list[tuple[bool, float]] = []
    for table in (block for block in blocks if isinstance(block, Table)):
        for place, row in enumerate(table.rows):
            title, now, effect, office, where = map(plain, row)
            question = one.reader.question(title)
            asked = one.city.pack.questions[question]
            assert question in one.city.open
            assert now in (wording.UNKNOWN.zh, wording.WITHHELD.zh, wording.NOT_ASKED.zh)
            assert office == one.city.pack.offices[asked.office].title.zh
            assert where.startswith(asked.where.zh.rstrip("。"))
            *outcomes, last = effect.split("；")
            read = slots(words.FIND_SWING, last, Language.ZH)
            swing = float(read["swing"]) if read else 0.0
            outcomes += [] if read else [last]
            order.append((not outcomes, -swing))
            for told in outcomes:
                turn = slots(words.FIND_TURNS, told, Language.ZH)
                assert turn, told
                for value in one.reader.thens(question, turn["then"]):
                    assert one.is_so(turn["outcome"], one.city.after({question: value})), told
            if place == EVERY.index(name) % len(table.rows) and len(one.city.others(question)) < 12:
                assert abs(_largest_move(one.city, question) - swing) <= 0.005 + 1e-9
    by_turn = [turned for turned, _ in order]
    assert by_turn == sorted(by_turn)
    for line in lines(blocks):
        read = slots(words.FIND_REST, line, Language.ZH)
        if read:
            assert set(one.reader.questions(read["which"])) <= set(one.city.open)
        else:
            assert line in (words.FIND_LEAD.zh, words.FIND_NONE.zh, wording.UNKNOWNS_NONE.zh)
            if line == words.FIND_NONE.zh:
                assert not any(one.turns(question) for question in own_share(name, one.city.open))


def _largest_move(city: City, question: str) -> float:
    """How far the lead of the first over the second moves, over all values of the answer."""
    first, *others = [found.playbook for found in city.base.ranking if found.eligible] or [
        city.base.ranking[0].playbook
    ]
    others = others[:1]

    def lead(judgement: Judgement) -> float:
        return judgement.match(first).score.likely - sum(judgement.match(other).score.likely for other in others)

    return max(abs(lead(city.after({question: value})) - lead(city.base)) for value in city.others(question))


# the other language


@each_city
def test_english_says_the_same_of_the_counterfactuals(name: str) -> None:
    chinese, english = (_counterfactuals(name, language) for language in Language)
    assert [(changes, nature, kind) for changes, nature, kind, _ in english] == [
        (changes, nature, kind) for changes, nature, kind, _ in chinese
    ]
    one = said(name, Language.EN)
    for changes, _, kind, told in english:
        if kind == "BRINGS":
            assert one.is_so(told, one.city.after(dict(changes)))


@each_city
def test_english_says_the_same_of_what_would_change_it(name: str) -> None:
    chinese, english = (would_change(name, language) for language in Language)
    for (kind, read), (kind_too, read_too) in zip(chinese, english, strict=True):
        assert kind == kind_too
        assert (read.get("factor"), read.get("count")) == (read_too.get("factor"), read_too.get("count"))
        if "outcome" in read:
            told = which(OUTCOMES, read["outcome"], Language.ZH), which(OUTCOMES, read_too["outcome"], Language.EN)
            assert told[0][0] == told[1][0]
        if "then" in read:
            one, too = said(name, Language.ZH).reader, said(name, Language.EN).reader
            question = one.question(read["name"])
            assert too.question(read_too["name"]) == question
            assert too.thens(question, read_too["then"]) == one.thens(question, read["then"])
