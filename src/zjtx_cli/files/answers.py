"""Answers files, `--set ID=VALUE` and standard input: checked once, against the questions, with every problem's place."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from zjtx_cli.errors import Location, Problem
from zjtx_cli.files.disk import read_bytes
from zjtx_cli.files.hidden import visible
from zjtx_cli.files.located import MOST_PROBLEMS, Node, parse, shortened
from zjtx_cli.files.syntax import with_colon_hint
from zjtx_cli.model.answers import NOT_APPLICABLE, UNKNOWN, WITHHELD, Answer, Case, Mark, Value
from zjtx_cli.model.pack import LEVELS, Pack
from zjtx_cli.model.quantity import parse_figure, show_figure
from zjtx_cli.model.question import Question
from zjtx_cli.text import NOTHING, Text, joined, same

HEAD = ("city", "level", "country", "industry", "as_of", "office", "answers")
SCENARIO_KEYS = ("expect", "about", "history", "original_of", "place")
_ANSWER_KEYS = ("value", "source", "year", "scope", "sure", "withheld")

MOST_BYTES = 1_000_000
_LONGEST_NAME = 60
_MOST_HINTS = 50
"""Looking for the nearest name takes time; a file with more mistakes than this has another trouble."""

MONTH = re.compile("[0-9]{4}-(0[1-9]|1[0-2])")
_MARKS = {"unknown": UNKNOWN, "withheld": WITHHELD, "n/a": NOT_APPLICABLE}

_MAPPING = Text(
    "答案文件应是“键: 值”的结构，第一行如 city: 某某市", "an answers file has “key: value” entries, first city: …"
)
_ANSWERS = Text("answers 下应是“问题: 答案”，每行一个", "answers has one “question: answer” a line")
_MISSING = Text("缺少“{key}”", "“{key}” is missing")
_KEY = Text("不认识的键“{key}”{hint}", "unknown key “{key}”{hint}")
_QUESTION = Text(
    "没有叫“{key}”的问题（全部问题见 zjtx questions）{hint}",
    "there is no question “{key}” (zjtx questions lists them){hint}",
)
_HINT = Text("，是否想写“{guess}”？", "; did you mean “{guess}”?")
_TEXT = Text("“{key}”应为文字", "“{key}” must be a text")
_LEVEL = Text("level 应为 county、prefecture 或 province{hint}", "level must be county, prefecture or province{hint}")
_COUNTRY = Text("country 应为两个大写字母，如 CN", "country must be two capital letters, such as CN")
_AS_OF = Text("as_of 应为“年-月”，如 2026-11", "as_of must be YYYY-MM, such as 2026-11")
_OFFICE = Text("没有叫“{value}”的部门{hint}", "there is no office “{value}”{hint}")
_OPTION = Text(
    "“{value}”不是“{question}”的选项（可选：{options}）{hint}",
    "“{value}” is not an option of “{question}” (options: {options}){hint}",
)
_ONE = Text("“{question}”只能选一个", "“{question}” takes one option")
_EXCLUSIVE = Text("“{option}”不能与其他选项同选", "“{option}” cannot be chosen beside others")
_NUMBER = Text(
    "“{value}”不是“{question}”的数（单位：{unit}；可写 42.5、3.2亿、45%）",
    "“{value}” is not a figure for “{question}” (unit: {unit}; 42.5, 3.2亿, 45% are understood)",
)
_RANGE = Text(
    "{value} 超出“{question}”的范围 {low}–{high} {unit}",
    "{value} is outside the range of “{question}”: {low}–{high} {unit}",
)
_WHOLE = Text("“{question}”应为整数", "“{question}” takes a whole number")
_APPLIES = Text(
    "“{question}”总是适用，不清楚请写 unknown", "“{question}” always applies; write unknown if it is not known"
)
_EMPTY = Text(
    "“{question}”没有填答案；不清楚写 unknown，不问就删去这一行",
    "“{question}” has no answer; write unknown, or delete the line if it was not asked",
)
_ANSWER_MAPPING = Text(
    "答案可写成 {{value: …, source: …, year: …, sure: …}}，缺少 value",
    "an answer may be {{value: …, source: …, year: …, sure: …}}; value is missing",
)
_PLAIN_VALUE = Text("value 应为选项、列表或数", "value must be an option, a list of options or a figure")
_TWICE = Text(
    "“{question}”已在第 {line} 行回答（问题改过名），只能写一次",
    "“{question}” is already answered in line {line} (it was renamed); write it once",
)
_SURE = Text("“{key}”应为 true 或 false", "“{key}” must be true or false")
_SET = Text(
    "--set 要写成 问题=答案，如 --set demand_trend=growing",
    "--set takes QUESTION=VALUE, such as --set demand_trend=growing",
)

Read = tuple[Case | None, list[Problem]]


def read_case(name: str, pack: Pack) -> Read:
    """A case from an answers file, a scenario, or standard input (“-”). Raises CannotAccess where it cannot be read."""
    shown = "<stdin>" if name == "-" else visible(name)
    raw = read_bytes(name, MOST_BYTES)
    if name.lower().endswith(".json"):
        from zjtx_cli.files.json_located import parse_json_file

        parsed = parse_json_file(raw, shown, MOST_BYTES)
    else:
        parsed = parse(raw, shown, MOST_BYTES)
    if isinstance(parsed, list):
        return None, parsed
    return case_of(parsed, pack, shown)


def case_of(node: Node, pack: Pack, name: str) -> Read:
    """A case from a parsed document; every problem is found at once."""
    if not isinstance(node.value, dict):
        return None, [Problem(node.where, "mapping", with_colon_hint(_MAPPING, node.value))]
    reader = _Reader(pack)
    case = reader.case(node, name)
    return (None if reader.problems else case), sorted(reader.problems)


def read_settings(settings: list[str], pack: Pack) -> tuple[dict[str, Answer], list[Problem]]:
    """Answers from `--set ID=VALUE`; a comma separates several options."""
    reader = _Reader(pack)
    answers = {}
    for number, setting in enumerate(settings, 1):
        where = Location("--set", number, 1)
        key, equals, written = setting.partition("=")
        if not equals:
            reader.problems.append(Problem(where, "set-form", _SET))
            continue
        question = reader.question(key.strip(), where)
        if question is None:
            continue
        value: Any = written.strip()
        if question.kind == "several" and value.lower() not in _MARKS:
            value = [Node(part.strip(), where) for part in value.split(",")]
        answer = reader.answer(question, Node(value, Location("--set", number, len(key) + 2)))
        if answer is not None:
            answers[question.id] = answer
    return answers, reader.problems


def check_answer(question: Question, written: str | float | list[str], pack: Pack) -> Answer | Text:
    """One answer as it was typed at a prompt, or why it is refused."""
    reader = _Reader(pack)
    where = Location("")
    value = [Node(one, where) for one in written] if isinstance(written, list) else written
    answer = reader.answer(question, Node(value, where))
    return reader.problems[0].message if answer is None else answer


class _Reader:
    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._renamed = {old: question.id for question in pack.questions.values() for old in question.renamed_from}
        self.problems: list[Problem] = []

    def case(self, node: Node, name: str) -> Case:
        assert node.keys is not None
        for key, where in node.keys.items():
            if key not in HEAD and key not in SCENARIO_KEYS:
                self._note(where, "unknown-key", _KEY.format(key=shortened(key), hint=self._hint(key, HEAD)))
        for key in ("city", "answers"):
            if key not in node.value:
                self._note(node.where, "missing-key", _MISSING.format(key=key))
        if "city" in node.value and node.value["city"].value in (None, ""):
            self._note(node.value["city"].where, "missing-key", _MISSING.format(key="city"))
        level = self._word(node, "level") or "county"
        if level not in LEVELS:
            self._note(node.value["level"].where, "level", _LEVEL.format(hint=self._hint(level, LEVELS)))
        country = self._word(node, "country") or "CN"
        if not re.fullmatch("[A-Z]{2}", country):
            self._note(node.value["country"].where, "country", _COUNTRY)
        as_of = self._word(node, "as_of")
        if as_of and not MONTH.fullmatch(as_of):
            self._note(node.value["as_of"].where, "as-of", _AS_OF)
        office = self._word(node, "office")
        if office and office not in self._pack.offices:
            message = _OFFICE.format(value=shortened(office), hint=self._hint(office, tuple(self._pack.offices)))
            self._note(node.value["office"].where, "office", message)
        answers = dict(self._answers(node.value["answers"])) if "answers" in node.value else {}
        city, industry = self._word(node, "city") or "", self._word(node, "industry") or ""
        return Case(city, industry, level, country, as_of, office, self._in_order(answers), name)

    def question(self, key: str, where: Location) -> Question | None:
        found = self._pack.questions.get(self._renamed.get(key, key))
        if found is None:
            message = _QUESTION.format(key=shortened(key), hint=self._hint(key, tuple(self._pack.questions)))
            self._note(where, "unknown-question", message)
        return found

    def answer(self, question: Question, node: Node) -> Answer | None:
        if isinstance(node.value, dict):
            return self._mapping(question, node)
        if node.value is None or node.value in ("", []):
            self._note(node.where, "no-answer", _EMPTY.format(question=question.id))
            return None
        if isinstance(node.value, str) and node.value.strip().lower() in _MARKS:
            mark = _MARKS[node.value.strip().lower()]
            if mark.value is Mark.NOT_APPLICABLE and not question.may_not_apply:
                self._note(node.where, "always-applies", _APPLIES.format(question=question.id))
                return None
            return mark
        value = self._number(question, node) if question.kind == "number" else self._options(question, node)
        return None if value is None else Answer(value)

    def _answers(self, node: Node) -> Iterator[tuple[str, Answer]]:
        if node.value is None:
            return
        if not isinstance(node.value, dict):
            self._note(node.where, "mapping", with_colon_hint(_ANSWERS, node.value))
            return
        assert node.keys is not None
        seen: dict[str, Location] = {}
        for key, held in node.value.items():
            question = self.question(key, node.keys[key])
            if question is not None and question.id in seen:  # under its old name and its new one
                message = _TWICE.format(question=question.id, line=seen[question.id].line)
                self._note(node.keys[key], "duplicate-key", message)
            elif question is not None:
                seen[question.id] = node.keys[key]
                answer = self.answer(question, held)
                if answer is not None:
                    yield question.id, answer

    def _mapping(self, question: Question, node: Node) -> Answer | None:
        assert node.keys is not None
        for key, where in node.keys.items():
            if key not in _ANSWER_KEYS:
                self._note(where, "unknown-key", _KEY.format(key=shortened(key), hint=self._hint(key, _ANSWER_KEYS)))
        for key in ("sure", "withheld"):
            if key in node.value and not isinstance(node.value[key].value, bool):
                self._note(node.value[key].where, "true-or-false", _SURE.format(key=key))
        if "withheld" in node.value and node.value["withheld"].value is not False:
            return WITHHELD  # whatever else is wrong, the value is not looked at and not repeated
        if "value" not in node.value:
            self._note(node.where, "missing-key", _ANSWER_MAPPING.format())
            return None
        if isinstance(node.value["value"].value, dict):
            self._note(node.value["value"].where, "answer-form", _PLAIN_VALUE)
            return None
        answer = self.answer(question, node.value["value"])
        if answer is None or answer.value is Mark.WITHHELD:
            return answer
        notes = {key: self._word(node, key) or "" for key in ("source", "year", "scope")}
        sure = node.value["sure"].value is not False if "sure" in node.value else True
        return Answer(answer.value, **notes, sure=sure)

    def _options(self, question: Question, node: Node) -> Value | None:
        parts = node.value if isinstance(node.value, list) else [node]
        if question.kind == "one" and len(parts) > 1:
            self._note(node.where, "one-option", _ONE.format(question=question.id))
            return None
        known = [option.id for option in question.options]
        chosen: list[str] = []
        for part in parts:
            word = _written(part.value)
            if word in known:
                chosen.append(word)
            else:
                self._no_option(question, part, word, known)
        if len(chosen) < len(parts):
            return None
        alone = next((option for option in question.options if option.exclusive and option.id in chosen), None)
        if alone is not None and len(set(chosen)) > 1:
            self._note(node.where, "exclusive-option", _EXCLUSIVE.format(option=alone.id))
            return None
        return chosen[0] if question.kind == "one" else frozenset(chosen)

    def _no_option(self, question: Question, part: Node, word: str, known: list[str]) -> None:
        options = joined([same(one) for one in known])
        message = _OPTION.format(
            value=shortened(word), question=question.id, hint=self._hint(word, tuple(known)), options=options
        )
        self._note(part.where, "option", message)

    def _number(self, question: Question, node: Node) -> float | None:
        assert question.unit is not None
        written, unit = node.value, question.unit
        value: float | None = None
        if isinstance(written, str):
            value = parse_figure(written, unit.zh)
        elif isinstance(written, (int, float)) and not isinstance(written, bool):
            value = float(written)
        if value is None:
            message = _NUMBER.format(value=shortened(_written(written)), question=question.id, unit=unit)
            self._note(node.where, "number", message)
            return None
        value = round(value, 9)
        if not question.low <= value <= question.high:
            low, high = show_figure(question.low), show_figure(question.high)
            message = _RANGE.format(value=show_figure(value), question=question.id, low=low, high=high, unit=unit)
            self._note(node.where, "range", message)
            return None
        if question.whole and value != int(value):
            self._note(node.where, "whole-number", _WHOLE.format(question=question.id))
            return None
        return value

    def _word(self, node: Node, key: str) -> str | None:
        held = node.value.get(key)
        if held is None or held.value is None:
            return None
        if isinstance(held.value, (dict, list, bool)):
            self._note(held.where, "text", _TEXT.format(key=key))
            return None
        return _written(held.value)

    def _in_order(self, answers: Mapping[str, Answer]) -> dict[str, Answer]:
        return {question: answers[question] for question in self._pack.questions if question in answers}

    def _note(self, where: Location, rule: str, message: Text) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(where, rule, message))

    def _hint(self, word: str, known: tuple[str, ...]) -> Text:
        if len(self.problems) > _MOST_HINTS:
            return NOTHING
        near = get_close_matches(word[:_LONGEST_NAME], known, n=1, cutoff=0.6)
        return _HINT.format(guess=near[0]) if near else NOTHING


def write_case(case: Case, pack: Pack, path: Path, *, mode: int = 0o644) -> None:
    """Save a case as an answers file that `read_case` reads back as the same case."""
    from zjtx_cli.files.disk import write_bytes

    write_bytes(path, dump_case(case, pack).encode(), mode=mode)


def dump_case(case: Case, pack: Pack) -> str:
    """The answers file of a case, as YAML."""
    lines = [f"city: {quoted(case.city)}", f"level: {case.level}", f"country: {quoted(case.country)}"]
    lines += [f"industry: {quoted(case.industry)}"] if case.industry else []
    lines += [f"as_of: {case.as_of}"] if case.as_of else []
    lines += [f"office: {case.office}"] if case.office else []
    lines.append("answers:" if case.answers else "answers: {}")
    for name, answer in case.answers.items():
        lines.append(f"  {name}: {_dumped(answer, pack.questions[name])}")
    return "\n".join(lines) + "\n"


def quoted(word: str) -> str:
    """A text as a double-quoted YAML scalar, safe whatever it holds; plain words stay plain."""
    import json

    plain = re.fullmatch(r"[\w一-鿿]([\w 一-鿿·（）、-]*[\w一-鿿）])?", word)
    if plain and not re.fullmatch(r"[\d.]+|true|false|null", word):
        return word
    return json.dumps(word, ensure_ascii=False)


def _dumped(answer: Answer, question: Question) -> str:
    value = dumped_value(answer.value, question)
    notes = [(key, getattr(answer, key)) for key in ("source", "year", "scope") if getattr(answer, key)]
    if not notes and answer.sure:
        return value
    parts = [f"value: {value}", *(f"{key}: {_inner(written)}" for key, written in notes)]
    return "{" + ", ".join([*parts, *([] if answer.sure else ["sure: false"])]) + "}"


def dumped_value(value: Value | Mark, question: Question) -> str:
    if isinstance(value, Mark):
        return value.value
    if isinstance(value, frozenset):
        return "[" + ", ".join(option.id for option in question.options if option.id in value) + "]"
    return show_figure(value) if isinstance(value, float) else value


def _inner(word: str) -> str:
    import json

    return json.dumps(word, ensure_ascii=False)


def _written(value: object) -> str:
    match value:
        case bool() | None:
            return {True: "true", False: "false", None: "null"}[value]
        case list():
            return "[…]"
        case dict():
            return "{…}"
        case _:
            return str(value)
