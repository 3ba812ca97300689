"""Two states of a pack: which cities' advice changes, and which edited line did it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from zjtx_cli.advisor.tables import Tables
from zjtx_cli.authoring.decisions import decide
from zjtx_cli.files.edits import edits, with_edits
from zjtx_cli.files.library import assemble, plain_content
from zjtx_cli.files.references import Documents
from zjtx_cli.model.answers import Case
from zjtx_cli.model.change import CityChange, Decision, Edit, PackChange, Skipped

City = tuple[str, Case, Case]
"""A name, and the city's answers as the old and as the new pack reads them."""

_BROKEN = (KeyError, StopIteration, ValueError, IndexError, ZeroDivisionError, AttributeError, TypeError)
"""What building or judging with half of the edits may end in: that half is no pack, and so no cause."""


def compare(old: Documents, new: Documents, cities: Sequence[City], skipped: tuple[Skipped, ...] = ()) -> PackChange:
    """Judge every city with both packs; where the decision differs, find the fewest edits that bring the new one."""
    found = edits(old, new)
    contents = plain_content(old), plain_content(new)
    before, after = (Tables(assemble(one)) for one in contents)
    halves = _Halves(contents[0], contents[1], [one for one in found if not one.prose])
    changed = []
    for name, old_case, new_case in cities:
        then, now = decide(before, old_case), decide(after, new_case)
        if then != now:
            causes, together = halves.causes(partial(_decide_case, new_case), then, now)
            changed.append(CityChange(name, then, now, causes, together))
    return PackChange(found, len(cities), tuple(changed), skipped)


def _decide_case(case: Case, tables: Tables) -> Decision:
    return decide(tables, case)


class _Halves:
    """The old pack with some of the edits, each combination built once."""

    def __init__(self, old: Mapping[str, Any], new: Mapping[str, Any], found: list[Edit]) -> None:
        self._old, self._new, self._edits = old, new, found
        self._built: dict[tuple[int, ...], Tables | None] = {}

    def causes(
        self, decide_on: Callable[[Tables], Decision], then: Decision, now: Decision
    ) -> tuple[tuple[Edit, ...], bool]:
        """The edits that alone bring the new decision; else a set that does together, none of which can be left out."""
        numbers = range(len(self._edits))

        def brings(chosen: Iterable[int]) -> bool:
            return self._decided(tuple(chosen), decide_on) == now

        alone = [one for one in numbers if brings((one,))]
        if alone:
            return tuple(self._edits[one] for one in alone), False
        kept = [one for one in numbers if self._decided((one,), decide_on) != then] or list(numbers)
        if not brings(kept):
            kept = list(numbers)
        for one in list(kept):
            fewer = [other for other in kept if other != one]
            if brings(fewer):
                kept = fewer
        return tuple(self._edits[one] for one in kept), True

    def _decided(self, chosen: tuple[int, ...], decide_on: Callable[[Tables], Decision]) -> Decision | None:
        try:
            tables = self._tables(chosen)
            return None if tables is None else decide_on(tables)
        except _BROKEN:
            return None

    def _tables(self, chosen: tuple[int, ...]) -> Tables | None:
        if chosen not in self._built:
            try:
                content = with_edits(self._old, self._new, [self._edits[one] for one in chosen])
                self._built[chosen] = Tables(assemble(content))
            except _BROKEN:
                self._built[chosen] = None
        return self._built[chosen]
