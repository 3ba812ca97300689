"""A JSON advice that was kept, against the one that its own answers give today."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from zjtx_cli.report.json_values import lined

SCHEMA = "zjtx.verification/1"

NOT_RECOMPUTED = ("tool", "playbooks", "conflicts", "set_aside")
"""What the record's own answers do not give again: who computed it, and what stood in the single files of offices."""

_NAMES = ("playbook", "question", "measure", "group", "industry", "step", "id")
_ABSENT = object()


class Difference(NamedTuple):
    """A member that is not what it was; None where there was, or is, none."""

    path: str
    then: Any
    now: Any


class PackChange(NamedTuple):
    """Files of the pack by name; None where the record does not tell them apart."""

    changed: tuple[str, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]

    def __bool__(self) -> bool:
        return any(self)


def differences(record: Mapping[str, Any], again: Mapping[str, Any]) -> list[Difference]:
    """Every member of the advice that differs, in the order of the record."""
    return list(_differences("", _compared(record), _compared(again)))


def pack_change(then: Mapping[str, str], now: Mapping[str, str]) -> PackChange:
    """By name and sha256 of each file."""
    return PackChange(
        tuple(name for name in then if name in now and then[name] != now[name]),
        tuple(name for name in now if name not in then),
        tuple(name for name in then if name not in now),
    )


def render(
    record: Mapping[str, Any], again: Mapping[str, Any], found: list[Difference], change: PackChange | None
) -> str:
    """One JSON document."""
    return lined(
        {
            "schema": SCHEMA,
            "holds": not found,
            "tool": {"then": record["tool"], "now": again["tool"]},
            "playbooks": {
                "then": {key: record["playbooks"][key] for key in ("version", "sha256")},
                "now": {key: again["playbooks"][key] for key in ("version", "sha256")},
                "files": None if change is None else {name: list(held) for name, held in change._asdict().items()},
            },
            "differences": [one._asdict() for one in found],
        }
    )


def _compared(advice: Mapping[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in advice.items() if key not in NOT_RECOMPUTED}
    if isinstance(kept.get("industries"), list):
        kept["industries"] = [_compared(one) if isinstance(one, dict) else one for one in kept["industries"]]
    return kept


def _differences(path: str, then: Any, now: Any) -> Iterator[Difference]:
    if isinstance(then, dict) and isinstance(now, dict):
        for key in dict.fromkeys((*then, *now)):
            part = f"{path}.{key}" if path else key
            yield from _differences(part, then.get(key, _ABSENT), now.get(key, _ABSENT))
    elif isinstance(then, list) and isinstance(now, list) and (then or now) and _named(then) and _named(now):
        befores, afters = _by_name(then), _by_name(now)
        if [*befores] != [*afters] and sorted(befores) == sorted(afters):
            yield Difference(f"{path}[]", [*befores], [*afters])
        for name in dict.fromkeys((*befores, *afters)):
            yield from _differences(f"{path}[{name}]", befores.get(name, _ABSENT), afters.get(name, _ABSENT))
    elif type(then) is not type(now) or then != now:
        yield Difference(path, _shown(then), _shown(now))


def _named(items: list[Any]) -> bool:
    return all(isinstance(one, dict) and any(name in one for name in _NAMES) for one in items)


def _by_name(items: list[Any]) -> dict[str, Any]:
    """By the names that tell the items apart, with a number behind what still comes twice."""
    found: dict[str, Any] = {}
    for one in items:
        name = "/".join(str(one[key]) for key in _NAMES if isinstance(one.get(key), str) and one[key])
        count = sum(held == name or held.startswith(f"{name}#") for held in found)
        found[f"{name}#{count + 1}" if count else name] = one
    return found


def _shown(value: Any) -> Any:
    return None if value is _ABSENT else value


def brief(value: Any) -> str:
    """A value on one line, not long."""
    told = json.dumps(value, ensure_ascii=False)
    return told if len(told) <= 60 else told[:59] + "…"
