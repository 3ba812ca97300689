"""The one condition language, true, false or not known (Kleene's strong three-valued logic)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from zjtx_cli.model.answers import Mark, Value

Truth = bool | None
State = Value | Mark | None
"""What is known of a question: its value, Mark.NOT_APPLICABLE (does not apply, or is not asked), or None: still open."""


@dataclass(frozen=True, slots=True)
class Is:
    """The answer is among these options; of several chosen options at least one is."""

    question: str
    options: frozenset[str]


@dataclass(frozen=True, slots=True)
class Compare:
    """A number against a threshold; `relation` is at_least, at_most, above or below."""

    question: str
    relation: str
    threshold: float


@dataclass(frozen=True, slots=True)
class AllOf:
    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: "Condition"


Condition = Is | Compare | AllOf | AnyOf | Not

ALWAYS = AllOf(())


def truth(condition: Condition, states: Mapping[str, State]) -> Truth:
    """True, False, or None where open answers decide. On a question that does not apply an atom is False."""
    match condition:
        case AllOf(parts):
            return _all(parts, states)
        case AnyOf(parts):
            return _any(parts, states)
        case Not(part):
            inner = truth(part, states)
            return None if inner is None else not inner
        case Is(question, options):
            state = states[question]
            if isinstance(state, frozenset):
                return not options.isdisjoint(state)
            return None if state is None else state in options
        case Compare():
            return _compare(condition, states[condition.question])


def questions_in(condition: Condition) -> Iterator[str]:
    for atom in atoms_in(condition):
        yield atom.question


def atoms_in(condition: Condition) -> Iterator[Is | Compare]:
    match condition:
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from atoms_in(part)
        case Not(part):
            yield from atoms_in(part)
        case Is() | Compare():
            yield condition


def _all(parts: tuple[Condition, ...], states: Mapping[str, State]) -> Truth:
    result: Truth = True
    for part in parts:
        one = truth(part, states)
        if one is False:
            return False
        if one is None:
            result = None
    return result


def _any(parts: tuple[Condition, ...], states: Mapping[str, State]) -> Truth:
    result: Truth = False
    for part in parts:
        one = truth(part, states)
        if one is True:
            return True
        if one is None:
            result = None
    return result


def _compare(condition: Compare, state: State) -> Truth:
    if state is None:
        return None
    if not isinstance(state, float):
        return False
    value, threshold = round(state, 9), condition.threshold
    match condition.relation:
        case "at_least":
            return value >= threshold
        case "at_most":
            return value <= threshold
        case "above":
            return value > threshold
        case _:
            return value < threshold
