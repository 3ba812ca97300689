"""Several processes that work on pieces in turn; results come in the order of the pieces."""

import multiprocessing
import signal
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, NamedTuple, cast

from zjtx_cli.cli.batching import Done, Wishes, Worker
from zjtx_cli.files.streams import Piece

_AHEAD = 4
"""So many pieces a worker may be done before the one whose turn it is."""


class _Fault(NamedTuple):
    told: str


class WorkerLost(Exception):
    """A worker ended without an answer, or with a fault of its own."""


def work(pieces: Iterable[Piece], folder: Path, wishes: Wishes, jobs: int) -> Iterator[Done]:
    """Each worker has one piece at a time, so that neither side ever waits for the other to listen."""
    context: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    team = _hire(context, folder, wishes, jobs)
    try:
        yield from _in_turn(iter(pieces), [connection for _, connection in team])
    finally:
        for process, connection in team:
            connection.close()
            process.terminate()
        for process, _ in team:
            process.join()


def _hire(
    context: BaseContext, folder: Path, wishes: Wishes, jobs: int
) -> list[tuple[BaseProcess, "Connection[Any, Any]"]]:
    if sys.stdout is not None:
        sys.stdout.flush()  # or what waits there would be written by every worker, too
    team: list[tuple[BaseProcess, Connection[Any, Any]]] = []
    for _ in range(jobs):
        mine, theirs = context.Pipe()
        # A forked worker holds copies of our ends: it closes them, or it would never hear that we are gone.
        held = [mine, *(connection for _, connection in team)] if context.get_start_method() == "fork" else []
        process = cast("Any", context).Process(target=_serve, args=(theirs, held, folder, wishes), daemon=True)
        process.start()
        theirs.close()
        team.append((process, mine))
    return team


def _in_turn(pieces: Iterator[Piece], workers: "list[Connection[Any, Any]]") -> Iterator[Done]:
    idle, busy = list(workers), dict[Any, int]()
    sent = told = 0
    waiting: dict[int, Done] = {}
    piece = next(pieces, None)
    while piece is not None or busy:
        while piece is not None and idle and sent - told < _AHEAD * len(workers):
            worker = idle.pop()
            worker.send(piece)
            busy[worker] = sent
            sent += 1
            piece = next(pieces, None)
        for worker in cast("list[Connection[Any, Any]]", wait(list(busy))):
            waiting[busy.pop(worker)] = _answer(worker)
            idle.append(worker)
        while told in waiting:
            yield waiting.pop(told)
            told += 1


def _answer(worker: "Connection[Any, Any]") -> Done:
    try:
        answer = worker.recv()
    except (EOFError, OSError) as error:
        raise WorkerLost("a worker ended") from error
    if isinstance(answer, _Fault):
        raise WorkerLost(answer.told)
    return cast("Done", answer)


def _serve(
    connection: "Connection[Any, Any]", held: "list[Connection[Any, Any]]", folder: Path, wishes: Wishes
) -> None:
    """A worker: until nobody is at the other end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one at the door hears it, and ends us
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for one in held:
        one.close()
    try:
        _answer_all(connection, folder, wishes)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _answer_all(connection: "Connection[Any, Any]", folder: Path, wishes: Wishes) -> None:
    from zjtx_cli.files.library import load

    do: Callable[[Piece], Done] | None = None
    while True:
        piece = connection.recv()
        try:
            do = do or Worker(load(folder), wishes).do
            answer: Done | _Fault = do(piece)
        except Exception:
            answer = _Fault(traceback.format_exc())
        connection.send(answer)
