"""A new pack over the built-in one, with one playbook to be written: what stands in it is valid, and says what to write."""

from collections.abc import Iterator
from math import ceil

from zjtx_cli.model.pack import Group, Pack
from zjtx_cli.model.question import Question

TO_WRITE = ("待写", "to be written")
"""What stands where an author must write; `validate` counts it as a warning until it is gone."""

_TEXT = '{{zh: {zh}（待写）, en: "{en} (to be written)"}}'


def manifest(name: str, pack: Pack) -> str:
    """The pack.yaml of a folder that extends the pack."""
    return (
        "# 在内置模式库上增改；替换已有内容要写进 replaces（写作 类别/名称，如 playbooks/kanazawa）\n"
        "# Adds to the built-in playbooks; what is replaced is named under replaces (LIST/ID, such as playbooks/kanazawa)\n"
        f'schema_version: 1\nname: {name}\nversion: "0.1"\nextends: {pack.name}\n'
    )


def playbook(name: str, group: Group, pack: Pack) -> str:
    """A playbook for a group of firms whose every part stands once, with questions of the pack."""
    questions = _questions(pack)
    return "\n".join([*_head(name, group), *_criteria(questions), *_conditions(questions), *_measure(pack), ""])


def _text(zh: str, en: str) -> str:
    return _TEXT.format(zh=zh, en=en)


def _questions(pack: Pack) -> list[Question]:
    """Enough questions that are always asked, so that no weight is over the cap; no group hangs on them alone."""
    asked = [one for one in pack.questions.values() if one.kind == "one" and not one.ask_if and not one.may_not_apply]
    return asked[: max(ceil(1 / pack.thresholds.weight_cap), 2)]


def _head(name: str, group: Group) -> Iterator[str]:
    yield "# 格式：zjtx schema playbook；检查：zjtx playbooks validate 本文件夹"
    yield "# Form: zjtx schema playbook; check: zjtx playbooks validate THIS_FOLDER"
    yield "schema_version: 1"
    yield f"id: {name}"
    yield f"group: {group.id}  # {group.title.zh} · {group.title.en}"
    yield f"title: {_text('做法的名称', 'name of the course')}"
    yield f"case: {_text('出自哪里的案例', 'which case it comes from')}"
    yield f"summary: {_text('一句话说清做什么', 'in one sentence, what is done')}"
    yield f"problem: {_text('这类企业病在哪里', 'what ails these firms')}"


def _criteria(questions: list[Question]) -> Iterator[str]:
    yield ""
    yield "# 看哪些答案：最好的选项取 1，最差的取 0，其余在两者之间，各写理由"
    yield "# Which answers count: the best option is worth 1, the worst 0, the rest between, each with its reason"
    yield "criteria:"
    for question in questions:
        yield f"  - question: {question.id}  # {question.name.zh} · {question.name.en}"
        yield "    weight: 1"
        yield f"    reason: {_text('为什么看它', 'why it counts')}"
        yield "    values:"
        last = len(question.options) - 1
        for place, option in enumerate(question.options):
            worth = round(1 - place / last, 2)
            label = f"{option.label.zh} · {option.label.en}"
            yield f"      {option.id}: {{value: {worth:g}, because: {_text('为什么', 'why')}}}  # {label}"


def _conditions(questions: list[Question]) -> Iterator[str]:
    first, second = questions[0], questions[1]
    yield ""
    yield "# 要先有什么；本级能建的写 buildable_by 和 build"
    yield "# What must be there first; what a level can build says so with buildable_by and build"
    yield "preconditions:"
    yield "  - id: must_be_there"
    yield f"    text: {_text('要先有什么', 'what must be there first')}"
    yield f"    holds_if: {{not: {{question: {first.id}, is: [{first.options[-1].id}]}}}}"
    yield "    necessary: true"
    yield ""
    yield "# 什么情况下不能做，改做什么"
    yield "# When not to do it, and what to do instead"
    yield "blockers:"
    yield "  - id: must_not_be"
    yield f"    when: {{question: {second.id}, is: [{second.options[-1].id}]}}"
    yield f"    because: {_text('为什么不能做', 'why not')}"
    yield f"    instead: {_text('改做什么', 'what to do instead')}"
    yield ""
    yield "# 靠什么起作用：每一环要有 claims（写在 claims.yaml），写好后去掉注释"
    yield "# How it works: each step needs claims (in claims.yaml); take the marks off once it is written"
    yield "# mechanism:"
    yield "#   - id: first_step"
    yield f"#     text: {_text('这一环靠什么起作用', 'what this step works by')}"
    yield f"#     holds_if: {{question: {first.id}, is: [{first.options[0].id}]}}"
    yield "#     necessary: true"
    yield "#     evidence: D"
    yield f"#     if_fails: {_text('断了怎么办', 'what to do if it fails')}"
    yield "#     claims: []"


def _measure(pack: Pack) -> Iterator[str]:
    office = next(iter(pack.offices))
    yield ""
    yield "measures:"
    yield "  - id: first_measure"
    yield f"    title: {_text('做什么', 'what is done')}"
    yield f"    phase: {pack.phases[0].id}  # {pack.phases[0].title.zh} · {pack.phases[0].title.en}"
    yield "    steps:"
    yield f"      - {_text('第一步', 'first step')}"
    yield f"    lead: {office}  # {pack.offices[office].title.zh} · {pack.offices[office].title.en}"
    yield "    authority: county"
    yield "    resource: {class: light, range: [0, 10]}"
    yield "    kpis:"
    yield f"      - {{text: {_text('怎么看出有效', 'what shows success')}}}"
    yield "    risks:"
    yield f"      - {_text('会出什么问题', 'what can go wrong')}"
    yield "    basis: judgement"
    yield f"if_nothing: {_text('什么都不做会怎样', 'what doing nothing costs')}"
