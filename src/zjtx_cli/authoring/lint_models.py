"""Questions and options that make no difference, values that no answer has, and models that cannot win or cannot lose."""

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import islice, product

from zjtx_cli.advisor.matching import may_be_chosen
from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.authoring.reach import can_hold
from zjtx_cli.authoring.sites import BLOCKER, PRECONDITION, STEP, sites
from zjtx_cli.errors import Problem
from zjtx_cli.files.pack_lines import Places
from zjtx_cli.model.answers import Answer, Mark, Value
from zjtx_cli.model.condition import Compare, Is, atoms_in
from zjtx_cli.model.pack import LEVELS, Pack
from zjtx_cli.model.playbook import Playbook
from zjtx_cli.model.question import Question
from zjtx_cli.text import Text

_IDLE_QUESTION = Text(
    "没有标准、条件或限额用到这个问题，答了也没有区别",
    "no criterion, condition or limit looks at this question: its answer changes nothing",
)
_IDLE_OPTION = Text(
    "没有标准看这个选项，也没有条件提到它，和“{other}”选哪个都一样",
    "no criterion looks at this option and no condition names it: it makes the same advice as “{other}”",
)
_OTHERWISE = Text(
    "这个问题总会问到，也总是适用，otherwise 的值不会用到",
    "this question is always asked and always applies, so the value of otherwise is never had",
)
_UNASKED = Text("这个问题永远不会被问到，这些值得不到", "this question is never asked, so these values are never had")
_NEVER_FIRST = Text(
    "没有找到使这个模式排第一的答案，请检查它的条件和取值",
    "no answers were found under which this model comes first; look at its conditions and values",
)
_ALWAYS_FIRST = Text(
    "没有找到使别的模式排第一的答案，它总是第一",
    "no answers were found under which another model comes first: it always does",
)


def options(pack: Pack, places: Places) -> Iterator[Problem]:
    atoms: dict[str, list[Is | Compare]] = {}
    for site in sites(pack):
        for atom in atoms_in(site.condition):
            atoms.setdefault(atom.question, []).append(atom)
    counted = {pack.fiscal_question, *(group.size for group in pack.groups)}
    for question in pack.questions.values():
        worths = [
            one for playbook in pack.playbooks.values() for one in playbook.criteria if one.question == question.id
        ]
        path = ("questions", "questions", question.id)
        if not worths and question.id not in atoms and question.id not in counted:
            yield Problem(places(path), "idle-question", _IDLE_QUESTION, "warning")
            continue
        named = {name for atom in atoms.get(question.id, ()) if isinstance(atom, Is) for name in atom.options}
        rest = [option.id for option in question.options if option.id not in named]
        if not worths and len(rest) > 1:  # a single one is what is left when no condition holds
            for number, name in enumerate(rest):
                message = _IDLE_OPTION.format(other=rest[number - 1])
                yield Problem(places((*path, "options", name)), "idle-option", message, "warning")


def values(pack: Pack, places: Places) -> Iterator[Problem]:
    for playbook in pack.playbooks.values():
        for criterion in playbook.criteria:
            question = pack.questions[criterion.question]
            path = (playbook.id, "criteria", question.id)
            branch = question.ask_if
            if branch is not None and not can_hold(branch, pack.questions):
                field = "points" if criterion.points else "values"
                yield Problem(places((*path, field)), "unattained-value", _UNASKED)
            elif criterion.otherwise and not question.may_not_apply and _always_asked(question, pack):
                yield Problem(places((*path, "otherwise")), "unattained-value", _OTHERWISE)


def _always_asked(question: Question, pack: Pack) -> bool:
    return question.ask_if is None or not can_hold(question.ask_if, pack.questions, wanted=False)


def standing(pack: Pack, places: Places) -> Iterator[Problem]:
    """A search by hills: what it finds is certain, what it does not find is said as not found."""
    if len(pack.playbooks) < 2:
        return
    tables = Tables(pack)
    winners = {name for name in pack.playbooks if _comes_first(name, tables, _easiest(pack.playbooks[name]))}
    for name in pack.playbooks:
        if name not in winners:
            yield Problem(places((name, "id")), "never-first", _NEVER_FIRST, "warning")
        elif winners == {name}:
            yield Problem(places((name, "id")), "always-first", _ALWAYS_FIRST, "warning")


Answers = dict[str, Answer]
_MOST_MOVES = 60
"""Of one condition: with more, a pack would be waited for."""

_Standing = tuple[bool, float]
"""Whether the model is eligible, and how far it is ahead of the best other eligible one."""


def _easiest(playbook: Playbook) -> str:
    """The level of government at which the fewest preconditions shut the way."""
    return max(LEVELS, key=lambda level: sum(level in one.buildable_by for one in playbook.preconditions))


def _comes_first(name: str, tables: Tables, level: str) -> bool:
    """From several starts uphill: answers that are best for this model, and best beside each of the others."""
    rivals = [one for one in tables.pack.playbooks if one != name]
    return any(
        _climbs(name, _start(name, beside, tables), tables, level)
        for beside in ([], rivals, *([one] for one in rivals))
    )


def _start(name: str, rivals: list[str], tables: Tables) -> Answers:
    def lead(question: str, value: Value | Mark) -> float:
        others = [tables.at(one, question, value) for one in rivals]
        return tables.at(name, question, value) - max(others, default=0.0)

    return {
        question: Answer(max(tables.values[question], key=partial(lead, question)))
        for question in tables.pack.questions
    }


def _climbs(name: str, answers: Answers, tables: Tables, level: str) -> bool:
    now = _standing(name, answers, tables, level)
    while not (now[0] and now[1] > 0):
        tried = [
            (_standing(name, one, tables, level), number, one)
            for number, one in enumerate(_moves(name, answers, tables))
        ]
        best, _, changed = max(tried, key=lambda one: (one[0], -one[1]))
        if best <= now:
            return False
        now, answers = best, changed
    return True


def _moves(name: str, answers: Answers, tables: Tables) -> Iterator[Answers]:
    """One answer that is another one; or all that a condition of some model's gates looks at."""
    for question in tables.pack.questions:
        for alike in tables.alike[question]:
            value = max(alike, key=lambda one: tables.at(name, question, one))
            yield {**answers, question: Answer(value)}
    for site in sites(tables.pack):
        if site.kind not in (BLOCKER, PRECONDITION, STEP):
            continue
        questions = sorted({atom.question for atom in atoms_in(site.condition)})
        values = [[alike[0] for alike in tables.alike[question]] for question in questions]
        if 1 < len(questions) <= 3:
            for chosen in islice(product(*values), _MOST_MOVES):
                yield {
                    **answers,
                    **{question: Answer(value) for question, value in zip(questions, chosen, strict=True)},
                }


def _standing(name: str, answers: Mapping[str, Answer], tables: Tables, level: str) -> _Standing:
    pack = tables.pack
    states = replay(pack.questions, answers).states

    def fit(playbook: Playbook) -> float:
        return sum(tables.at(playbook.id, one.question, states[one.question]) for one in playbook.criteria)

    own = pack.playbooks[name]
    others = [
        fit(one)
        for one in pack.playbooks.values()
        if one.id != name and may_be_chosen(one, pack, states, level) is not False
    ]
    return may_be_chosen(own, pack, states, level) is not False, round(fit(own) - max(others, default=0.0), 9)
