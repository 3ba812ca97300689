"""How many questions `zjtx interview --quick` needs until nothing that is left can change the advice.

    python benchmarks/quick.py [--check]

Over all cities of playbooks/scenarios and playbooks/places, beside file order, weight order, random order and a bound in
hindsight: the fewest questions whose answers are certificate enough, by backward elimination from the full answers (the best
of several orders of elimination; nobody could know them beforehand). A question that a city's file does not answer is answered
“not known”. Most answers of these cities are not known, so the same is printed for cities whose open answers are made up, evenly
drawn: as if the official knew everything. With --check the exit code tells whether nothing is ever lost, and whether the
median is better than file and weight order and at most 1.4 times the bound.
"""

import random
import statistics
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from zjtx_cli.advisor.informing import Informing
from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.prospects import Parts
from zjtx_cli.advisor.stopping import Stopping
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.files.answers import read_case
from zjtx_cli.files.library import built_in, load
from zjtx_cli.model.answers import UNKNOWN, Answer, Case, Mark
from zjtx_cli.model.pack import Pack

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (ROOT / "playbooks" / "scenarios", ROOT / "playbooks" / "places")
SEEDS = range(5)  # random orders a city
FILLED = range(2)  # made-up cities a real one
WITHIN = 1.4

Answers = Mapping[str, Answer]
Order = Callable[[Answers], str]
"""Which open question is asked next."""


def main() -> None:
    pack = load(built_in())
    tables = Tables(pack)
    cases = {path.stem: _read(path, pack) for folder in FOLDERS for path in sorted(folder.glob("*.yaml"))}
    full = {name: as_answered(pack, case, lambda _: UNKNOWN) for name, case in cases.items()}
    known = [sum(not isinstance(answer.value, Mark) for answer in answers.values()) for answers in full.values()]
    asked = [len(answers) for answers in full.values()]
    print(
        f"{len(cases)} cities; asked {statistics.median(asked):.0f} questions (median), "
        f"of which {statistics.median(known):.0f} have an answer (median; {min(known)} to {max(known)})"
    )
    good = show(tables, cases, full, each=True)
    print("\nthe same cities with made-up answers where nothing is known, evenly drawn:")
    drawn, filled = {}, {}
    for name, case in cases.items():
        for seed in FILLED:
            drawn[f"{name}-{seed}"] = case
            filled[f"{name}-{seed}"] = as_answered(pack, case, _anything(tables, f"{name} {seed}"))
    good = show(tables, drawn, filled, each=False) and good
    if "--check" in sys.argv and not good:
        sys.exit(1)


def show(tables: Tables, cases: Mapping[str, Case], full: Mapping[str, Answers], *, each: bool) -> bool:
    """Print the figures; whether nothing was lost and the medians are as wanted."""
    heads = ("quick", "file", "weight", "random", "bound")
    if each:
        print(f"{'city':24}" + "".join(f"{head:>8}" for head in heads))
    rows, lost = [], 0
    for name, case in cases.items():
        row, losses = needed(tables, case, full[name], name)
        rows.append(row)
        lost += losses
        if each:
            print(f"{name:24}" + "".join(f"{figure:8.0f}" for figure in row))
    medians = [statistics.median(column) for column in zip(*rows, strict=True)]
    quick, file, weight, _, bound = medians
    print(f"{'median':24}" + "".join(f"{figure:8.1f}" for figure in medians))
    print(f"quick is {quick / bound:.2f} times the bound; advice lost by stopping: {lost} of {len(rows) * 4}")
    return lost == 0 and quick < min(file, weight) and quick <= WITHIN * bound


def needed(tables: Tables, case: Case, full: Answers, name: str) -> tuple[tuple[float, ...], int]:
    """Questions until the certificate: quick, in file order, by weight, at random (mean), at least; and how often in the
    first four the advice at the stop was not that of the full answers.
    """
    stopping = Stopping(Parts(tables, case.level))
    informing = Informing(stopping)
    wanted, pack = stopping.outcome(full), tables.pack

    def until(order: Order) -> tuple[dict[str, Answer], bool]:
        answers: dict[str, Answer] = {}
        while not stopping.turn(answers).none_can:
            question = order(answers)
            answers[question] = full[question]
        return answers, stopping.outcome(answers) != wanted

    def quick(answers: Answers) -> str:
        question = informing.most_informative(answers)
        assert question is not None
        return question

    weights = {
        question: sum(
            one.share for model in pack.playbooks.values() for one in model.criteria if one.question == question
        )
        for question in pack.questions
    }
    found = [until(quick), until(lambda answers: _open(pack, answers)[0])]
    found.append(until(lambda answers: max(_open(pack, answers), key=lambda question: weights[question])))
    chances = [random.Random(f"{name} {seed}") for seed in SEEDS]
    at_random = [until(lambda answers, chance=chance: chance.choice(_open(pack, answers))) for chance in chances]
    starts = [dict(full), dict(reversed(full.items())), dict(sorted(full.items(), key=lambda one: weights[one[0]]))]
    least = min(eliminated(stopping, start) for start in [*starts, found[0][0]])
    counts = [float(len(answers)) for answers, _ in found]
    mean = statistics.mean(len(answers) for answers, _ in at_random)
    return (*counts, mean, float(least)), sum(lost for _, lost in found) + any(lost for _, lost in at_random)


def eliminated(stopping: Stopping, answers: Answers) -> int:
    """How many of these answers are left when one after another is left out that the certificate can do without."""
    wanted, kept = stopping.outcome(answers), dict(answers)
    for question in answers:
        fewer = {name: answer for name, answer in kept.items() if name != question}
        asked = replay(stopping.parts.pack.questions, fewer).asked
        fewer = {name: answer for name, answer in fewer.items() if name in asked}
        if stopping.outcome(fewer) == wanted and stopping.turn(fewer).none_can:
            kept = fewer
    return len(kept)


def as_answered(pack: Pack, case: Case, otherwise: Callable[[str], Answer]) -> dict[str, Answer]:
    """The answers of a whole interview; `otherwise` where the case knows none."""
    answers: dict[str, Answer] = {}
    while left := _open(pack, answers):
        given = case.answers.get(left[0], UNKNOWN)
        answers[left[0]] = otherwise(left[0]) if given.value in (Mark.UNKNOWN, Mark.WITHHELD) else given
    return answers


def _anything(tables: Tables, seed: str) -> Callable[[str], Answer]:
    chance = random.Random(seed)
    return lambda question: Answer(chance.choice(tables.values[question]))


def _open(pack: Pack, answers: Answers) -> list[str]:
    return [question for question in replay(pack.questions, answers).asked if question not in answers]


def _read(path: Path, pack: Pack) -> Case:
    case, problems = read_case(str(path), pack)
    if case is None:
        sys.exit(f"{path}: {problems[0].message.en}")
    return case


if __name__ == "__main__":
    main()
