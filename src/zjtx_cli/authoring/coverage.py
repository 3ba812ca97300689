"""What of a pack no scenario exercises: options, criteria, conditions, blockers and measures."""

from collections.abc import Iterator

from zjtx_cli.authoring import sites as at
from zjtx_cli.authoring.bench import Bench, Row
from zjtx_cli.files.pack_lines import Path, Places
from zjtx_cli.model.bench import BLOCKER, CONDITION, CRITERION, MEASURE, OPTION, Coverage, Unit
from zjtx_cli.model.condition import truth
from zjtx_cli.text import Text

_CHOSEN = Text("被选中", "chosen")
_BEST = Text("得最高值", "at its best")
_LESS = Text("未得最高值", "below its best")
_TRUE = Text("成立", "true")
_FALSE = Text("不成立", "false")
_PLANNED = Text("列入计划", "planned")


def cover(bench: Bench, places: Places) -> Coverage:
    """Every unit of the pack by what it takes to exercise it.

    An option is chosen; a criterion gets its best value, and less; a condition is true, and false (a blocker likewise);
    a measure is planned. A scenario that fails exercises nothing.
    """
    units = [*_options(bench), *_criteria(bench), *_conditions(bench), *_measures(bench)]
    return Coverage(tuple(Unit(kind, name, way, places(path), *felt) for kind, name, way, path, felt in units))


Felt = tuple[bool, bool]
"""Whether a real city exercises it, and whether a made-up one does."""

_Found = tuple[str, str, Text, Path, Felt]


def _felt(rows: list[Row]) -> Felt:
    return any(not row.scenario.made_up for row in rows), any(row.scenario.made_up for row in rows)


def _options(bench: Bench) -> Iterator[_Found]:
    for question in bench.tables.pack.questions.values():
        for option in question.options:
            rows = [row for row in bench.passing if _chose(row, question.id, option.id)]
            path = ("questions", "questions", question.id, "options", option.id)
            yield OPTION, f"{question.id}/{option.id}", _CHOSEN, path, _felt(rows)


def _chose(row: Row, question: str, option: str) -> bool:
    state = row.path.states[question]
    return option in state if isinstance(state, frozenset) else state == option


def _criteria(bench: Bench) -> Iterator[_Found]:
    for playbook in bench.tables.pack.playbooks.values():
        for criterion in playbook.criteria:
            best: list[Row] = []
            less: list[Row] = []
            for row in bench.passing:
                state = row.path.states[criterion.question]
                if state is not None:
                    (best if criterion.value(state) == 1 else less).append(row)
            path = (playbook.id, "criteria", criterion.question)
            for way, rows in ((_BEST, best), (_LESS, less)):
                yield CRITERION, f"{playbook.id}/{criterion.question}", way, path, _felt(rows)


def _conditions(bench: Bench) -> Iterator[_Found]:
    for site in at.sites(bench.tables.pack):
        name = f"{site.playbook}/{site.name}" if site.playbook else f"{site.kind} {site.name}"
        kind = BLOCKER if site.kind == at.BLOCKER else CONDITION
        for way, wanted in ((_TRUE, True), (_FALSE, False)):
            rows = [row for row in bench.passing if truth(site.condition, row.path.states) is wanted]
            yield kind, name, way, site.path, _felt(rows)


def _measures(bench: Bench) -> Iterator[_Found]:
    for playbook in bench.tables.pack.playbooks.values():
        for measure in playbook.measures:
            rows = [
                row
                for row in bench.passing
                if any((one.playbook, one.measure.id) == (playbook.id, measure.id) for one in row.planned)
            ]
            yield MEASURE, f"{playbook.id}/{measure.id}", _PLANNED, (playbook.id, "measures", measure.id), _felt(rows)
