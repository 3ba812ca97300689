"""Every condition of a pack: whose it is, where it stands, and the pack with another one in its place."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from zjtx_cli.files.pack_lines import Path
from zjtx_cli.model.condition import Condition
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.playbook import Playbook

GROUP, BRANCH, TENSION, LAND = "group", "branch", "tension", "land"
PRECONDITION, BLOCKER, STEP, MEASURE = "precondition", "blocker", "step", "measure"


class Site(NamedTuple):
    """A condition in its place. `within` turns the pack into one with another condition here, or with None: without it
    (and, of a part of a playbook, without the part).
    """

    kind: str
    playbook: str | None
    name: str
    path: Path  # of the condition
    condition: Condition
    within: Callable[[Condition | None], Pack]


def sites(pack: Pack) -> Iterator[Site]:
    for number, group in enumerate(pack.groups):
        path = ("pack", "groups", group.id, "present_if")
        yield Site(GROUP, None, group.id, path, group.present_if, _in_pack(pack, "groups", number, "present_if"))
    for question in pack.questions.values():
        if question.ask_if is not None:
            path = ("questions", "questions", question.id, "ask_if")
            yield Site(BRANCH, None, question.id, path, question.ask_if, _in_question(pack, question.id))
    for number, tension in enumerate(pack.tensions):
        path = ("questions", "tensions", tension.id, "when")
        yield Site(TENSION, None, tension.id, path, tension.when, _in_pack(pack, "tensions", number, "when"))
    if pack.land is not None:
        for key in pack.land._fields:
            yield Site(LAND, None, key, ("pack", "land", key), getattr(pack.land, key), _in_land(pack, key))
    for playbook in pack.playbooks.values():
        yield from _of_playbook(pack, playbook)


def with_playbook(pack: Pack, playbook: Playbook) -> Pack:
    return pack._replace(playbooks={**pack.playbooks, playbook.id: playbook})


_PARTS = (
    (PRECONDITION, "preconditions", "holds_if"),
    (BLOCKER, "blockers", "when"),
    (STEP, "mechanism", "holds_if"),
    (MEASURE, "measures", "when"),
)


def _of_playbook(pack: Pack, playbook: Playbook) -> Iterator[Site]:
    for kind, field, key in _PARTS:
        for number, part in enumerate(getattr(playbook, field)):
            condition = getattr(part, key)
            if condition is not None:
                within = _in_playbook(pack, playbook, field, number, key)
                yield Site(kind, playbook.id, part.id, (playbook.id, field, part.id, key), condition, within)


def _in_pack(pack: Pack, field: str, number: int, key: str) -> Callable[[Condition | None], Pack]:
    def within(condition: Condition | None) -> Pack:
        return pack._replace(**_changed(getattr(pack, field), field, number, key, condition))

    return within


def _in_land(pack: Pack, key: str) -> Callable[[Condition | None], Pack]:
    def within(condition: Condition | None) -> Pack:
        assert pack.land is not None
        assert condition is not None
        enough, ample = (condition if name == key else getattr(pack.land, name) for name in ("enough", "ample"))
        return pack._replace(land=pack.land._replace(enough=enough, ample=ample))

    return within


def _in_question(pack: Pack, name: str) -> Callable[[Condition | None], Pack]:
    def within(condition: Condition | None) -> Pack:
        question = pack.questions[name]._replace(ask_if=condition)
        return pack._replace(questions={**pack.questions, name: question})

    return within


def _in_playbook(
    pack: Pack, playbook: Playbook, field: str, number: int, key: str
) -> Callable[[Condition | None], Pack]:
    def within(condition: Condition | None) -> Pack:
        changed = _changed(getattr(playbook, field), field, number, key, condition)
        return with_playbook(pack, playbook._replace(**changed))

    return within


def _changed(parts: tuple[Any, ...], field: str, number: int, key: str, condition: Condition | None) -> dict[str, Any]:
    if condition is None and field != "measures":
        return {field: (*parts[:number], *parts[number + 1 :])}
    return {field: (*parts[:number], parts[number]._replace(**{key: condition}), *parts[number + 1 :])}
