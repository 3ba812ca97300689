"""From checked plain content to the model. Nothing is checked here: what comes in has its form and its references."""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar

from zjtx_cli.model.answers import Answer
from zjtx_cli.model.claim import Basis, Claim, Figure, Instrument, Source
from zjtx_cli.model.condition import AllOf, AnyOf, Compare, Condition, Is, Not
from zjtx_cli.model.pack import Group, Land, Pack, Primer, Thresholds
from zjtx_cli.model.place import Place, PlaceSource
from zjtx_cli.model.playbook import (
    Blocker,
    Combination,
    Criterion,
    Failure,
    Kpi,
    Lever,
    Measure,
    Note,
    Playbook,
    Precondition,
    Resource,
    Step,
    StopRule,
    Worth,
)
from zjtx_cli.model.question import Delicate, Named, Option, Question, Tension
from zjtx_cli.text import Text

Plain = Mapping[str, Any]
Held = TypeVar("Held")

_COUNTS = ("leader_led_at_most", "office_leads_at_most")


def build(
    content: Plain,
    sha256: str,
    evidence: bytes,
    places: bytes = b"[]",
    files: Mapping[str, str] = MappingProxyType({}),
) -> Pack:
    """The pack of a compiled content {pack, questions, instruments, playbooks}, its evidence (claims and sources) and places.

    Evidence is most of a pack and is wanted only where it is printed: it stays JSON text until it is looked into. So do
    the places of the case base.
    """
    pack, questions = content["pack"], content["questions"]
    ledger = cache(lambda: json.loads(evidence))
    lines = {name: line["value"] for name, line in pack["thresholds"].items()}
    return Pack(
        name=pack["name"],
        version=pack["version"],
        as_of=pack["as_of"],
        sha256=sha256,
        thresholds=Thresholds(**{name: int(line) if name in _COUNTS else line for name, line in lines.items()}),
        fiscal_question=pack["fiscal_question"],
        groups=tuple(
            Group(one["id"], _text(one["title"]), _text(one["pain"]), condition(one["present_if"]), one["size"])
            for one in pack["groups"]
        ),
        sections=tuple(_named(one) for one in questions["sections"]),
        offices={one["id"]: Named(one["id"], _text(one["name"])) for one in questions["offices"]},
        phases=tuple(_named(one) for one in pack["phases"]),
        procedures={one["id"]: _named(one) for one in pack.get("procedures", ())},
        questions={one["id"]: _question(one) for one in questions["questions"]},
        tensions=tuple(
            Tension(one["id"], condition(one["when"]), _text(one["say"])) for one in questions.get("tensions", ())
        ),
        playbooks={name: _playbook(one) for name, one in sorted(content["playbooks"].items())},
        claims=OnDemand(lambda: {one["id"]: _claim(one) for one in ledger()["claims"]}),
        sources=OnDemand(lambda: {one["id"]: _source(one) for one in ledger().get("sources", ())}),
        instruments={one["id"]: _instrument(one) for one in content["instruments"]["instruments"]},
        primer=tuple(
            Primer(one["id"], _text(one["title"]), _text(one["text"]), _names(one, "claims"))
            for one in pack.get("primer", ())
        ),
        doing_nothing=_text(pack["doing_nothing"]),
        cautions=_notes(pack, "cautions"),
        places=OnDemand(lambda: {one["id"]: _place(one) for one in json.loads(places)}),
        land=Land(condition(pack["land"]["enough"]), condition(pack["land"]["ample"])) if "land" in pack else None,
        files=files,
    )


class OnDemand(Mapping[str, Held]):
    """A mapping that is made when it is first looked into."""

    def __init__(self, make: Callable[[], dict[str, Held]]) -> None:
        self._made = cache(make)

    def __getitem__(self, key: str) -> Held:
        return self._made()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._made())

    def __len__(self) -> int:
        return len(self._made())


def condition(plain: Plain) -> Condition:
    if "all" in plain:
        return AllOf(tuple(condition(part) for part in plain["all"]))
    if "any" in plain:
        return AnyOf(tuple(condition(part) for part in plain["any"]))
    if "not" in plain:
        return Not(condition(plain["not"]))
    if "is" in plain:
        return Is(plain["question"], frozenset(plain["is"]))
    relation = next(key for key in ("at_least", "at_most", "above", "below") if key in plain)
    return Compare(plain["question"], relation, round(float(plain[relation]), 9))


def _question(plain: Plain) -> Question:
    low, high = plain.get("range", (0, 0))
    delicate = plain.get("delicate")
    return Question(
        id=plain["id"],
        section=plain["section"],
        name=_text(plain["name"]),
        text=_text(plain["text"]),
        why=_text(plain["why"]),
        office=plain["office"],
        where=_text(plain["where"]),
        nature=plain["nature"],
        kind=plain["kind"],
        options=tuple(
            Option(one["id"], _text(one["label"]), _maybe(one, "hint"), one.get("exclusive", False))
            for one in plain.get("options", ())
        ),
        help=_maybe(plain, "help"),
        unit=_maybe(plain, "unit"),
        low=float(low),
        high=float(high),
        typical=float(plain["typical"]) if "typical" in plain else None,
        whole=plain.get("whole", False),
        ask_if=condition(plain["ask_if"]) if "ask_if" in plain else None,
        may_not_apply=plain.get("may_not_apply", False),
        proxy=_maybe(plain, "proxy"),
        delicate=Delicate(delicate["better"], _text(delicate["why"]), delicate.get("step", 1.0)) if delicate else None,
        renamed_from=_names(plain, "renamed_from"),
    )


def _playbook(plain: Plain) -> Playbook:
    total = sum(one["weight"] for one in plain["criteria"])
    lever = plain.get("lever")
    return Playbook(
        id=plain["id"],
        group=plain["group"],
        title=_text(plain["title"]),
        case=_text(plain["case"]),
        summary=_text(plain["summary"]),
        problem=_text(plain["problem"]),
        criteria=tuple(_criterion(one, total) for one in plain["criteria"]),
        preconditions=tuple(
            Precondition(
                one["id"],
                _text(one["text"]),
                condition(one["holds_if"]),
                one["necessary"],
                _names(one, "buildable_by"),
                _maybe(one, "build"),
                _names(one, "claims"),
            )
            for one in plain.get("preconditions", ())
        ),
        blockers=tuple(
            Blocker(
                one["id"], condition(one["when"]), _text(one["because"]), _text(one["instead"]), _names(one, "claims")
            )
            for one in plain.get("blockers", ())
        ),
        mechanism=tuple(
            Step(
                one["id"],
                _text(one["text"]),
                condition(one["holds_if"]),
                one["necessary"],
                one["evidence"],
                _text(one["if_fails"]),
                _names(one, "claims"),
            )
            for one in plain.get("mechanism", ())
        ),
        measures=tuple(_measure(one) for one in plain.get("measures", ())),
        if_nothing=_text(plain["if_nothing"]),
        lever=Lever(_text(lever["text"]), lever["level"], _names(lever, "claims")) if lever else None,
        background=_notes(plain, "background"),
        stop_rules=tuple(
            StopRule(one["months"], _text(one["if"]), _text(one["then"])) for one in plain.get("stop_rules", ())
        ),
        failed_where=tuple(
            Failure(_text(one["place"]), _text(one["what"]), _text(one["lesson"]), _names(one, "claims"))
            for one in plain.get("failed_where", ())
        ),
        since=_notes(plain, "since"),
        combines=tuple(
            Combination(one["with"], one["relation"], _text(one["rule"])) for one in plain.get("combines", ())
        ),
    )


def _criterion(plain: Plain, total: float) -> Criterion:
    return Criterion(
        question=plain["question"],
        weight=float(plain["weight"]),
        share=plain["weight"] / total,
        reason=_text(plain["reason"]),
        options={name: _worth(worth) for name, worth in plain.get("values", {}).items()},
        points=tuple((float(at), float(value)) for at, value in plain.get("points", ())),
        because=_maybe(plain, "because"),
        combine=plain.get("combine", "max"),
        otherwise=_worth(plain["otherwise"]) if "otherwise" in plain else None,
        claims=_names(plain, "claims"),
    )


def _measure(plain: Plain) -> Measure:
    low, high = plain["resource"]["range"]
    return Measure(
        id=plain["id"],
        title=_text(plain["title"]),
        phase=plain["phase"],
        steps=tuple(_text(one) for one in plain["steps"]),
        lead=plain["lead"],
        authority=plain["authority"],
        resource=Resource(plain["resource"]["class"], float(low), float(high), _maybe(plain["resource"], "note")),
        kpis=tuple(Kpi(_text(one["text"]), _maybe(one, "benchmark"), _names(one, "claims")) for one in plain["kpis"]),
        risks=tuple(_text(one) for one in plain["risks"]),
        when=condition(plain["when"]) if "when" in plain else None,
        first_hundred=plain.get("first_hundred", False),
        partners=_names(plain, "partners"),
        leader_led=plain.get("leader_led", False),
        new_land=plain.get("new_land", False),
        ask_above=_maybe(plain, "ask_above"),
        procedures=_names(plain, "procedures"),
        instruments=_names(plain, "instruments"),
        stop=_maybe(plain, "stop"),
        after=_names(plain, "after"),
        excludes=_names(plain, "excludes"),
        merge=plain.get("merge", ""),
        claims=_names(plain, "claims"),
        basis=plain.get("basis", "claims"),
    )


def _claim(plain: Plain) -> Claim:
    return Claim(
        id=plain["id"],
        text=_text(plain["text"]),
        status=plain["status"],
        design=plain["design"],
        checked=_maybe(plain, "checked"),
        figures=tuple(
            Figure(float(one["value"]), _text(one["unit"]), _text(one["of"]), one.get("year"))
            for one in plain.get("figures", ())
        ),
        place=plain.get("place") or "",
        in_article=plain.get("in_article", False),
        sources=_names(plain, "sources"),
    )


def _source(plain: Plain) -> Source:
    return Source(
        plain["id"],
        _text(plain["by"]),
        plain["title"],
        plain["date"],
        plain["seen"],
        plain.get("number") or "",
        plain.get("link") or "",
    )


def _instrument(plain: Plain) -> Instrument:
    low, high = plain["months"]
    return Instrument(
        id=plain["id"],
        title=_text(plain["title"]),
        what=_text(plain["what"]),
        basis=tuple(
            Basis(
                one["title"],
                one.get("issuer") or "",
                one.get("number") or "",
                one.get("date") or "",
                one.get("verified", False),
            )
            for one in plain["basis"]
        ),
        apply=_names(plain, "apply"),
        applicants=_text(plain["applicants"]),
        lead=plain["lead"],
        months=(float(low), float(high)),
        cost=plain["cost"],
        pitfall=_text(plain["pitfall"]),
        verified=plain["verified"],
        start=plain.get("from") or "",
        until=plain.get("until") or "",
        note=_maybe(plain, "note"),
        sources=_names(plain, "sources"),
    )


def _place(plain: Plain) -> Place:
    told = plain["place"]
    return Place(
        id=plain["id"],
        name=_text(told["name"]),
        country=plain["country"],
        level=plain["level"],
        industry=_text(told["industry"]),
        period=told["period"],
        followed=_names(told, "followed"),
        outcome=told["outcome"],
        confidence=told["confidence"],
        done=_text(told["done"]),
        result=_text(told["result"]),
        caution=_text(told["caution"]),
        sources=tuple(PlaceSource(one["title"], one["seen"], one.get("link") or "") for one in told["sources"]),
        answers={
            question: Answer(frozenset(value) if isinstance(value, list) else value)
            for question, value in plain["answers"].items()
        },
    )


def _text(plain: Plain) -> Text:
    official = plain.get("official")
    if official:
        return Text(plain["zh"], plain["en"], official["zh"], official.get("en") or "")
    return Text(plain["zh"], plain["en"])


def _maybe(plain: Plain, field: str) -> Text | None:
    found = plain.get(field)
    return _text(found) if found else None


def _worth(plain: Plain) -> Worth:
    return Worth(float(plain["value"]), _text(plain["because"]))


def _named(plain: Plain) -> Named:
    return Named(plain["id"], _text(plain["title"]), _maybe(plain, "what"))


def _notes(plain: Plain, field: str) -> tuple[Note, ...]:
    return tuple(Note(_text(one["text"]), _names(one, "claims")) for one in plain.get(field, ()))


def _names(plain: Plain, field: str) -> tuple[str, ...]:
    return tuple(plain.get(field) or ())
