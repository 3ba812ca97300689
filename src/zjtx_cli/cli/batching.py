"""From pieces of input to lines of output: what one worker of `zjtx batch` does."""

import gc
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from zjtx_cli.advisor.batch import Scorer
from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.cli.gates import Condition
from zjtx_cli.errors import CannotAccess, ExitCode, Location, Problem
from zjtx_cli.files.answers import MOST_BYTES, case_of, read_case
from zjtx_cli.files.located import parse
from zjtx_cli.files.rows import JsonRows, Read, row_of
from zjtx_cli.files.streams import Piece, records
from zjtx_cli.files.tables import TableRows
from zjtx_cli.model.answers import UNKNOWN, Answer, Case
from zjtx_cli.model.condition import truth
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.row import Row
from zjtx_cli.report.row_lines import JsonLines, Table
from zjtx_cli.text import Text

WRONG, GONE, MISSING = "wrong", "gone", "missing"
"""What is counted beside the statuses of the verdicts and the gates."""

_STATUS = {Condition.NO_FIT: "none", Condition.UNDECIDED: "undecided"}

MOST_TOLD = 10
"""Problems that are told on standard error beside the rows."""

_MISSING = Text(
    "还有 {count} 个问题没有回答（--strict）：{which}", "{count} questions are not answered (--strict): {which}"
)


class Wishes(NamedTuple):
    """How rows are wanted: as lines of JSON or of a table, with robustness, gates (names of --fail-on), --strict."""

    form: str
    robustness: bool = False
    gates: tuple[str, ...] = ()
    strict: bool = False


class Done(NamedTuple):
    """The lines of a piece; how many rows had which status, failed which gate, or were wrong; the first problems."""

    lines: bytes
    counts: Counter[str]
    problems: tuple[Problem, ...]


class Worker:
    """Reads, scores and writes piece after piece; what it remembers changes nothing."""

    def __init__(self, pack: Pack, wishes: Wishes) -> None:
        self._pack, self._wishes = pack, wishes
        self._tables = Tables(pack)
        self._scorer = Scorer(self._tables)
        self._json = JsonRows(pack)
        self.lines = lines_of(pack, wishes)
        self._slow = bool(wishes.gates or wishes.strict or wishes.robustness)
        gc.freeze()  # what is made for good is not looked through for rubbish again and again
        gc.set_threshold(50_000)

    def do(self, piece: Piece) -> Done:
        """The rows of a piece, in its order."""
        counts: Counter[str] = Counter()
        problems: list[Problem] = []
        found = list(self._read(piece))  # all, before any is scored: each step by itself stays near the processor
        lines = [self._line(where, read, counts, problems) for where, read in found]
        return Done("".join(lines).encode(errors="replace"), counts, tuple(problems[:MOST_TOLD]))

    def _read(self, piece: Piece) -> Iterator[tuple[Location, Read | CannotAccess]]:
        match piece.kind:
            case "lines":
                yield from _each(piece, self._json.read, quoted=False)
            case "table":
                yield from _each(piece, TableRows(piece.header, self._pack).read, quoted=True)
            case "files":
                for name in piece.files:
                    yield self._file(name)
            case "document":
                yield Location(piece.name), self._document(piece)
            case _:
                gone = CannotAccess(piece.problems[0].message)
                yield Location(piece.name), gone if piece.gone else list(piece.problems)

    def _file(self, name: str) -> tuple[Location, Read | CannotAccess]:
        try:
            case, problems = read_case(name, self._pack)
        except CannotAccess as error:
            return Location(name), error
        return Location(name), problems if case is None else row_of(case)

    def _document(self, piece: Piece) -> Read:
        parsed = parse(piece.data, piece.name, MOST_BYTES)
        if isinstance(parsed, list):
            return parsed
        case, problems = case_of(parsed, self._pack, piece.name)
        return problems if case is None else row_of(case)

    def _line(self, where: Location, read: Read | CannotAccess, counts: Counter[str], problems: list[Problem]) -> str:
        if isinstance(read, Row):
            figures = self._scorer.score(read)
            more: dict[str, Any] = {}
            missing = self._look_closer(where, read, figures.status, more, counts) if self._slow else None
            if missing is None:
                counts[figures.status] += 1
                return self.lines.row(where, read, figures, more)
            counts[MISSING] += 1
            found = [missing]
        elif isinstance(read, CannotAccess):
            counts[GONE] += 1
            found = [Problem(where, "access", read.message)]
        else:
            counts[WRONG] += 1
            found = read
        problems += found
        return self.lines.wrong(where, read if isinstance(read, Row) else None, found)

    def _look_closer(
        self, where: Location, row: Row, status: str, more: dict[str, Any], counts: Counter[str]
    ) -> Problem | None:
        """Gates, robustness, and with --strict what is missing: all that takes more than the figures."""
        answers = {name: UNKNOWN if state is None else Answer(state) for name, state in row.states.items()}
        path = replay(self._pack.questions, answers)
        missing = [question for question in path.asked if question not in answers]
        if self._wishes.strict and missing:
            return Problem(where, "missing", _MISSING.format(count=len(missing), which=", ".join(missing)))
        if self._wishes.robustness:
            self._measure(Case(row.city, row.industry, row.level, answers=answers), more)
        for gate in self._wishes.gates:
            match gate:
                case Condition.NO_FIT | Condition.UNDECIDED:
                    counts[gate] += status == _STATUS[Condition(gate)]
                case Condition.INCOMPLETE:
                    counts[gate] += bool(missing)
                case Condition.WARNING:
                    at_odds = any(truth(one.when, path.states) for one in self._pack.tensions)
                    counts[gate] += bool(path.set_aside) or at_odds
                case _:
                    counts[gate] += not more["stable"]["weights"]
        return None

    def _measure(self, case: Case, more: dict[str, Any]) -> None:
        from zjtx_cli.advisor.judging import judge
        from zjtx_cli.advisor.robustness import exact_switches
        from zjtx_cli.report.robustness_json import switches_of

        found = exact_switches(self._tables, judge(self._tables, case))
        more |= {"stable": found.stable._asdict(), "switch_points": switches_of(found.points)}


def lines_of(pack: Pack, wishes: Wishes) -> JsonLines | Table:
    playbooks = sorted(pack.playbooks)
    if wishes.form == "csv":
        return Table(playbooks, ("stable", "switch_points") if wishes.robustness else ())
    return JsonLines(playbooks)


def exit_code(counts: Counter[str], gates: Sequence[str]) -> ExitCode:
    """The worst of all rows decides."""
    worst = {GONE: ExitCode.ACCESS, WRONG: ExitCode.INVALID, MISSING: ExitCode.MISSING}
    worst |= dict.fromkeys(gates, ExitCode.GATE)
    return next((code for what, code in worst.items() if counts[what]), ExitCode.DONE)


def _each(piece: Piece, read: Callable[[bytes, Location], Read], *, quoted: bool) -> Iterator[tuple[Location, Read]]:
    line = piece.line
    for record in records(piece.data, quoted=quoted):
        if not record.isspace() and record:
            where = Location(piece.name, line)
            yield where, read(record, where)
        line += record.count(b"\n") + 1
