"""The gates of `zjtx playbooks test`: which were asked for, whether they hold, and what stands against them."""

from typing import NamedTuple

from zjtx_cli.cli import bench_results
from zjtx_cli.errors import Problem
from zjtx_cli.model.bench import Coverage, Mutation


class Gate(NamedTuple):
    name: str  # as it was asked for on the command line
    holds: bool
    against: tuple[Problem, ...]


def gates(
    covered: Coverage | None,
    mutated: Mutation | None,
    threshold: float | None,
    kill_rate: float | None,
    *,
    warnings: bool,
) -> tuple[Gate, ...]:
    found = []
    if covered is not None and threshold is not None:
        gaps = tuple(bench_results.gaps(covered))
        found.append(Gate(f"--threshold {threshold:g}", covered.share * 100 >= threshold, gaps))
    if mutated is not None and kill_rate is not None:
        survivors = tuple(bench_results.warnings(mutated))
        found.append(Gate(f"--kill-rate {kill_rate:g}", mutated.rate * 100 >= kill_rate, survivors))
    if mutated is not None and warnings:
        untold = tuple(bench_results.warnings(mutated))
        found.append(Gate("--fail-on warning", not untold, untold))
    return tuple(found)
