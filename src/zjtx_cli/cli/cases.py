"""From what a command was given (files, standard input, --set) to cases that can be judged."""

from collections.abc import Mapping

from zjtx_cli.errors import CannotAccess, InvalidContent, Problem, WrongUsage
from zjtx_cli.files.answers import MONTH, read_case, read_settings
from zjtx_cli.files.hidden import HIDDEN
from zjtx_cli.model.answers import Answer, Case
from zjtx_cli.model.pack import Pack
from zjtx_cli.text import Text

UNNAMED = "未具名"

_NOTHING = Text(
    "没有答案：请给出答案文件、“-”（标准输入）或 --set 问题=答案；没有文件可先运行 zjtx interview",
    "no answers: name an answers file, “-” for standard input, or --set QUESTION=VALUE; zjtx interview makes a file",
)
_CITIES = Text(
    "这些文件属于不同城市（{cities}）；一次只给一个城市的建议，请逐个城市运行",
    "these files are about different cities ({cities}); one advice is for one city; run it once for each",
)
_DIFFER = Text(
    "同一城市的文件写了不同的 {key}（{said}），请改成一致",
    "files of one city differ in {key} ({said}); make them agree",
)
_CITY = Text("--city 应为城市名，不含控制字符", "--city takes a name, without control characters")
_AS_OF = Text("--as-of 应为“年-月”，如 2026-11", "--as-of takes YYYY-MM, such as 2026-11")
_TWICE = Text("标准输入（-）只能读一次", "standard input (-) can be read once")


def gather(names: list[str], settings: list[str], city: str | None, as_of: str | None, pack: Pack) -> list[Case]:
    """The cases of one city. Every file is read and checked before anything is said; --set goes over all of them."""
    if not names and not settings:
        raise WrongUsage(_NOTHING)
    if as_of is not None and not MONTH.fullmatch(as_of):
        raise WrongUsage(_AS_OF)
    if city is not None and (HIDDEN.search(city) or not city.strip()):
        raise WrongUsage(_CITY)
    if names.count("-") > 1:
        raise WrongUsage(_TWICE)
    cases, problems, gone = _read(names, pack)
    answers, complaints = read_settings(settings, pack)
    problems += complaints
    if gone:
        raise _unreadable(gone, tuple(problems))
    if problems:
        raise InvalidContent(tuple(problems))
    cases = cases or [Case(city or UNNAMED)]
    cases = [
        case._replace(
            city=city or case.city, as_of=as_of or case.as_of, answers=_in_order({**case.answers, **answers}, pack)
        )
        for case in cases
    ]
    _one_city(cases)
    return cases


def _read(names: list[str], pack: Pack) -> tuple[list[Case], list[Problem], list[CannotAccess]]:
    cases: list[Case] = []
    problems: list[Problem] = []
    gone: list[CannotAccess] = []
    for name in names:
        try:
            case, found = read_case(name, pack)
        except CannotAccess as error:
            gone.append(error)
            continue
        problems += found
        if case is not None:
            cases.append(case)
    return cases, problems, gone


def _unreadable(gone: list[CannotAccess], problems: tuple[Problem, ...]) -> CannotAccess:
    """Files that cannot be read, beside what is wrong with the others; the worst decides the exit code."""
    messages = [one.message for one in gone]
    return CannotAccess(Text("；".join(one.zh for one in messages), "; ".join(one.en for one in messages)), problems)


def _in_order(answers: Mapping[str, Answer], pack: Pack) -> dict[str, Answer]:
    return {question: answers[question] for question in pack.questions if question in answers}


def _one_city(cases: list[Case]) -> None:
    cities = list(dict.fromkeys(case.city for case in cases))
    if len(cities) > 1:
        raise WrongUsage(_CITIES.format(cities="、".join(cities)))
    for key in ("level", "country"):
        said = list(dict.fromkeys(getattr(case, key) for case in cases))
        if len(said) > 1:
            raise WrongUsage(_DIFFER.format(key=key, said=", ".join(said)))
