"""Questions and options that make no difference, values that no answer has, and models that cannot win or cannot lose."""

from collections.abc import Iterator, Mapping

from zjtx_cli.advisor.matching import may_be_chosen
from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.authoring.reach import can_hold
from zjtx_cli.authoring.sites import sites
from zjtx_cli.errors import Problem
from zjtx_cli.files.places import Places
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
    winners = {name for name in pack.playbooks if any(_comes_first(name, tables, level) for level in LEVELS)}
    for name in pack.playbooks:
        if name not in winners:
            yield Problem(places((name, "id")), "never-first", _NEVER_FIRST)
        elif winners == {name}:
            yield Problem(places((name, "id")), "always-first", _ALWAYS_FIRST)


Answers = dict[str, Answer]
_Standing = tuple[bool, float]
"""Whether the model is eligible, and how far it is ahead of the best other eligible one."""


def _comes_first(name: str, tables: Tables, level: str) -> bool:
    """From the answers that are best for this model beside the others, one answer at a time uphill."""
    answers: Answers = {}
    for question in tables.pack.questions.values():
        answers[question.id] = Answer(
            max(tables.values[question.id], key=lambda one: _lead(name, question.id, one, tables))
        )
    now = _standing(name, answers, tables, level)
    while not (now[0] and now[1] > 0):
        better = _step_up(name, answers, now, tables, level)
        if better is None:
            return False
        answers, now = better
    return True


def _lead(name: str, question: str, value: Value | Mark, tables: Tables) -> float:
    worths = {one: tables.at(one, question, value) for one in tables.pack.playbooks}
    return worths[name] - max(worth for one, worth in worths.items() if one != name)


def _step_up(
    name: str, answers: Answers, now: _Standing, tables: Tables, level: str
) -> tuple[Answers, _Standing] | None:
    """The best change of one answer; where the model is not eligible, of two that its gates look at."""
    best: tuple[Answers, _Standing] | None = None
    gates = {atom.question for site in sites(tables.pack) if site.playbook == name for atom in atoms_in(site.condition)}
    for question in tables.pack.questions:
        for alike in tables.alike[question]:
            value = max(alike, key=lambda one: _lead(name, question, one, tables))
            tried = {**answers, question: Answer(value)}
            stands = _standing(name, tried, tables, level)
            if stands > (best[1] if best else now):
                best = tried, stands
    if best is None and not now[0]:
        for one in sorted(gates):
            for other in sorted(gates - {one}):
                for first in tables.alike[one]:
                    for second in tables.alike[other]:
                        tried = {**answers, one: Answer(first[0]), other: Answer(second[0])}
                        if _standing(name, tried, tables, level)[0]:
                            return tried, _standing(name, tried, tables, level)
    return best


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
