"""A commented answers file to fill in: every question with its options, its unit, and where the figure is found."""

from zjtx_cli.model.pack import Pack
from zjtx_cli.model.quantity import show_figure
from zjtx_cli.model.question import Question
from zjtx_cli.text import Language, Text

_HEAD = Text(
    "答案文件：去掉问题前的“# ”并填上答案。不清楚写 unknown，不宜书面答复写 withheld，没问的留着不动。\n"
    "填好后运行：zjtx advise 本文件",
    "Answers file: remove “# ” before a question and fill it in. Write unknown where it is not known, withheld where it\n"
    "may not be written down; leave the rest as it is. Then run: zjtx advise THIS-FILE",
)
_CITY = Text("某某市", "City")
_INDUSTRY = Text("产业链名称", "the trade")
_LEVEL = Text("county 县级 | prefecture 地级 | province 省级", "county | prefecture | province")
_OFFICE = Text("填表部门（可不填）", "the office that answers (optional)")
_WHY = Text("为什么问：", "Why: ")
_WHERE = Text("数据出处：", "Where: ")
_ONLY_IF = Text("（视前面答案而定）", "(depends on earlier answers)")
_SEVERAL = Text("可选几项，写成 [a, b]", "several, as [a, b]")
_RANGE = Text("数字，{low}–{high} {unit}", "a number, {low}–{high} {unit}")


def template(pack: Pack, language: Language) -> str:
    """The text of the file. It reads as a valid answers file with no answer given."""
    lines = [f"# {line}" for line in _HEAD.to(language).split("\n")]
    lines += [
        f"city: {_CITY.to(language)}",
        f"level: county  # {_LEVEL.to(language)}",
        "country: CN",
        f"industry: {_INDUSTRY.to(language)}",
        f'as_of: "{pack.as_of}"',
        f"# office: industry  # {_OFFICE.to(language)}",
        "answers:",
    ]
    for section in pack.sections:
        lines += ["", f"  # ---- {section.title.to(language)} ----"]
        for question in pack.questions.values():
            if question.section == section.id:
                lines += ["", *(f"  {line}" for line in _question(question, pack, language))]
    return "\n".join(lines) + "\n"


def _question(question: Question, pack: Pack, language: Language) -> list[str]:
    branch = _ONLY_IF.to(language) if question.ask_if is not None else ""
    lines = [f"# {question.text.to(language)}{branch}"]
    if question.help is not None:
        lines.append(f"#   {question.help.to(language)}")
    lines.append(f"#   {_WHY.to(language)}{question.why.to(language)}")
    office = pack.offices[question.office].title.to(language)
    lines.append(f"#   {_WHERE.to(language)}{office} · {question.where.to(language)}")
    if question.kind == "number":
        assert question.unit is not None
        low, high = show_figure(question.low), show_figure(question.high)
        lines.append(f"#   {_RANGE.format(low=low, high=high, unit=question.unit).to(language)}")
    else:
        lines += [f"#   {option.id} = {option.label.to(language)}" for option in question.options]
    if question.kind == "several":
        lines.append(f"#   {_SEVERAL.to(language)}")
    return [*(line.replace("\n", " ") for line in lines), f"# {question.id}: unknown"]
