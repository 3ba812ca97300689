"""A city judged anew under other answers and other weights, by the public judgement alone: nothing of robustness is used."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from tests.advisor.sureness import reweighted, with_values
from zjtx_cli.advisor import matching
from zjtx_cli.advisor.judging import conclude, judge
from zjtx_cli.advisor.path import Path, replay
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.model.advice import Judgement, Match
from zjtx_cli.model.answers import Answer, Case, Mark, Value
from zjtx_cli.model.pack import Pack

Changes = Mapping[str, Value | Mark]
Outcome = tuple[str, str | None, str | None]


@dataclass
class City:
    pack: Pack
    tables: Tables
    case: Case
    _without: dict[str, bool] = field(default_factory=dict)
    _known: dict[frozenset[tuple[str, object]], Judgement] = field(default_factory=dict)

    @cached_property
    def path(self) -> Path:
        return replay(self.pack.questions, self.case.answers)

    @cached_property
    def base(self) -> Judgement:
        return judge(self.tables, self.case)

    def after(self, changes: Changes) -> Judgement:
        key = frozenset(changes.items())
        if key not in self._known:
            self._known[key] = judge(self.tables, with_values(self.case, dict(changes)))
        return self._known[key]

    def scaled(self, playbook: str, question: str, factor: float) -> Judgement:
        """Only the model whose weight it is can fare otherwise; the verdict is drawn anew from all of them."""
        pack = reweighted(self.pack, playbook, question, factor)
        tables, own, anew = self._tables(pack), *self._alone(pack, playbook)
        vars(tables)["worth"] = {**self.tables.worth, **own.worth}
        others = [one for one in self.base.ranking if one.playbook != playbook]
        return conclude(tables, self.case, self.path, [*others, anew])

    def under(self, playbook: str, question: str, factor: float) -> tuple[float, float]:
        """Likely fit and share known of one model under a scaled weight.

        From the sums of the judgement, as anyone could with the table of the arithmetic; where a branch is open in the
        question's block the completions that attain the bounds may be others, and the model is judged anew.
        """
        match = self.base.match(playbook)
        one = next(found for found in match.findings if found.question == question)
        block = next(block for block in self.tables.blocks if question in (*block.hinges, *block.leaves))
        if any(self.state(hinge) is None for hinge in block.hinges):
            _, alone = self._alone(reweighted(self.pack, playbook, question, factor), playbook)
            return alone.score.likely, alone.known
        more, total = factor - 1, 1 - one.share + one.share * factor
        low, high = match.score.low + more * one.part_low, match.score.high + more * one.part_high
        return (low + high) / 2 / total, (match.known + more * one.share * one.known) / total

    def can_do_without(self, playbook: str) -> bool:
        """Whether something could be considered even if this model were not there."""
        if playbook not in self._without:
            others = {name: one for name, one in self.pack.playbooks.items() if name != playbook}
            verdict = judge(self._tables(self.pack._replace(playbooks=others)), self.case).verdict
            self._without[playbook] = verdict.status != "none"
        return self._without[playbook]

    def _alone(self, pack: Pack, playbook: str) -> tuple[Tables, Match]:
        """A model of a pack as if there were no other."""
        one = pack.playbooks[playbook]
        tables = self._tables(pack._replace(playbooks={playbook: one}))
        answers = self.path.counting(self.case.answers)
        return tables, matching.match(one, tables, self.path, answers, self.case.level)

    def _tables(self, pack: Pack) -> Tables:
        """Tables of a pack with the same questions: which values and blocks there are does not depend on weights."""
        tables = Tables(pack)
        for name in ("values", "alike", "blocks"):
            vars(tables)[name] = getattr(self.tables, name)
        return tables

    @cached_property
    def asked(self) -> list[str]:
        return [one for one in self.pack.questions if one in self.base.answers or one in self.base.missing]

    def state(self, question: str) -> Value | Mark | None:
        """What is known: None where it was not asked, is not known or is withheld."""
        answer = self.base.answers.get(question, Answer(Mark.UNKNOWN)).value
        return None if answer in (Mark.UNKNOWN, Mark.WITHHELD) else answer

    @cached_property
    def open(self) -> list[str]:
        return [question for question in self.asked if self.state(question) is None]

    @cached_property
    def known(self) -> list[str]:
        return [question for question in self.asked if self.state(question) is not None]

    def others(self, question: str) -> list[Value | Mark]:
        """Every other value that can make a difference."""
        return [value for value in self.tables.values[question] if value != self.state(question)]

    @cached_property
    def plain(self) -> frozenset[str]:
        """Questions that no condition looks at and that no branch depends on: they move fits and nothing else."""
        from zjtx_cli.advisor.tables import conditions_of
        from zjtx_cli.model.condition import questions_in

        conditioned = {question for one in conditions_of(self.pack) for question in questions_in(one)}
        return frozenset(
            one.id for one in self.pack.questions.values() if one.ask_if is None and one.id not in conditioned
        )


def outcome(judgement: Judgement) -> Outcome:
    first = judgement.verdict.first
    return judgement.verdict.status, first, judgement.match(first).strength if first else None


def first_of(judgement: Judgement) -> str | None:
    return judgement.verdict.first
