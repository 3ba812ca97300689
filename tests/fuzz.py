"""Real files, spoiled at random: nothing may end in a traceback, and what is accepted must say what the file says.

    python tests/fuzz.py [COUNT] [SEED]

The reading that the program's is held against is made here: another parser of YAML (ruamel's, in Python), `json`, `csv`, and the rules of the contract written down a second time.
"""

import csv
import json
import random
import re
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, SequenceNode

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from zjtx_cli.advisor.judging import judge  # noqa: E402
from zjtx_cli.advisor.tables import Tables  # noqa: E402
from zjtx_cli.errors import Location, Problem, ZjtxError  # noqa: E402
from zjtx_cli.files.answers import read_case  # noqa: E402
from zjtx_cli.files.library import assemble, built_in, check_folder, load, read_raw  # noqa: E402
from zjtx_cli.files.records import read_record  # noqa: E402
from zjtx_cli.files.rows import JsonRows  # noqa: E402
from zjtx_cli.files.scenarios import read_scenario, read_scenarios  # noqa: E402
from zjtx_cli.files.tables import TableRows, read_header  # noqa: E402
from zjtx_cli.model.answers import Answer, Case, Mark  # noqa: E402
from zjtx_cli.model.pack import Pack  # noqa: E402
from zjtx_cli.model.question import Question  # noqa: E402
from zjtx_cli.model.row import Row  # noqa: E402
from zjtx_cli.model.scenario import Expectation  # noqa: E402

SMALL = ROOT / "tests" / "cases" / "valid_pack"
WORDS = [
    "no",
    "on",
    "yes",
    "off",
    "1:30",
    "010",
    "0x1F",
    "1e3",
    ".inf",
    "NaN",
    "2026-11-01",
    "~",
    "null",
    "true",
    "false",
    "unknown",
    "withheld",
    "n/a",
    "''",
    '""',
    "[]",
    "{}",
    "&a",
    "*a",
    "!!str",
    "!x",
    "|",
    ">",
    "-",
    "?",
    ":",
    "：",
    "，",
    "\u3000",
    "#",
    "<<",
    "---",
    "...",
    "@",
    "`",
    "%",
    "45%",
    "3.2亿",
    "1,200万",
    "-1",
    "1e400",
    "42.50",
    "\t",
    "\r",
    "\u202e",
    "\ufeff",
    "\x00",
    "\x85",
    "\u2028",
    "é",
    "👪",
    "growing",
    "roadside",
    "culture",
    "none",
    "county",
    "甲",
]
SCALES = {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
MARKS = ("unknown", "withheld", "n/a")
NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")


class Differs(Exception):
    """The file was accepted, and read otherwise than it is written."""


class NoSecondOpinion(Exception):
    """The other parser cannot read what is well formed."""


class Figure(NamedTuple):
    """A number in a file, with how it is written."""

    written: str

    @property
    def value(self) -> Decimal:
        return Decimal(self.written)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 20_261_129
    told = run(count, seed)
    for (kind, what), number in sorted(told.items()):
        print(f"{kind}: {number} {what}")
    print(f"{count} files, seed {seed}: no traceback, and what was accepted says what the file says")


def run(count: int, seed: int) -> Counter[tuple[str, str]]:
    """Spoil and read this many files; raises at the first that is a fault, with its content."""
    with tempfile.TemporaryDirectory() as folder:
        kinds = _kinds(Path(folder))
        told: Counter[tuple[str, str]] = Counter()
        for number in range(count):
            chance = random.Random(seed * 1_000_003 + number)  # each file can be made again by itself
            kind = chance.choices([*kinds], [one.share for one in kinds.values()])[0]
            content = spoiled(chance.choice(kinds[kind].seeds), kinds[kind].seeds, chance)
            try:
                what = "accepted" if kinds[kind].read(content) else "refused"
            except NoSecondOpinion:
                what = "accepted, without a second opinion"
            except ZjtxError as error:
                _told(list(error.problems), refused=True)
                what = "refused"
            except Exception as error:
                told_of = f"{kind}, number {number} of seed {seed}: {type(error).__name__} {error}"
                raise AssertionError(f"{told_of}\n{content!r}") from error
            told[kind, what] += 1
    return told


class _Kind(NamedTuple):
    """Files of one kind: how many of all, real ones, and how they are read (True: accepted, and as they are written)."""

    share: int
    seeds: list[bytes]
    read: Callable[[bytes], bool]


def spoiled(content: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """One to four mistakes; one file in twelve is left as it is."""
    text = content.decode()
    for _ in range(chance.choice([0, 1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4])):
        text = chance.choice(_WAYS)(text, others, chance)
    raw = text.encode(errors="surrogatepass")
    if chance.randrange(40) == 0:
        at = chance.randrange(len(raw) + 1)
        raw = raw[:at] + bytes([chance.randrange(256)]) + raw[at:]
    return raw


def _word(text: str, _: list[bytes], chance: random.Random) -> str:
    """Another word instead of one that stands there."""
    places = [found.span() for found in re.finditer(r"[^\s,:\[\]{}\"]+", text)] or [(0, 0)]
    start, end = chance.choice(places)
    return text[:start] + chance.choice(WORDS) + text[end:]


def _insert(text: str, _: list[bytes], chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(WORDS) + text[at:]


def _delete(text: str, _: list[bytes], chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at + chance.choice([1, 1, 2, 5, 20]) :]


def _line(text: str, others: list[bytes], chance: random.Random) -> str:
    """A line is gone, stands twice, stands elsewhere, is indented otherwise, or comes from another file."""
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    match chance.randrange(5):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[at])
        case 2:
            lines.insert(chance.randrange(len(lines)), lines.pop(at))
        case 3:
            lines[at] = chance.choice(["  " + lines[at], lines[at][2:], " " + lines[at], "\t" + lines[at]])
        case _:
            lines.insert(at, chance.choice(chance.choice(others).decode().split("\n")))
    return "\n".join(lines)


def _cut(text: str, _: list[bytes], chance: random.Random) -> str:
    return text[: chance.randrange(len(text) + 1)]


def _marks(text: str, _: list[bytes], chance: random.Random) -> str:
    """One mark for another, everywhere or once."""
    old, new = chance.choice(
        [(": ", "："), (": ", ":"), ("[", "("), (",", "，"), ('"', "'"), ("\n", "\r\n"), (" ", "\xa0")]
    )
    return text.replace(old, new, chance.choice([1, 1, -1]))


_WAYS = (_word, _word, _word, _insert, _delete, _line, _line, _cut, _marks)


def _kinds(folder: Path) -> dict[str, _Kind]:
    pack = load(built_in())
    small = read_raw(SMALL)
    cities = [
        path.read_bytes()
        for place in ("playbooks/places", "tests/cases/valid")
        for path in (ROOT / place).glob("*.yaml")
    ]
    scenarios = [path.read_bytes() for path in (built_in() / "scenarios").glob("*.yaml")]
    plain = [_plain_yaml(one) for one in cities]
    made_up = [(built_in() / "scenarios" / "made-up" / "california-ames.yaml").read_bytes()]
    records = [_advice(folder, one) for one in cities[:3]]
    rows, header = JsonRows(pack), b"city,industry,level,demand_trend,small_firms,city_draw"
    tables = [
        "甲,卫生材料,county,growing,30,culture;tourism",
        '"乙 ""x""",,,flat,1200,unknown',
        "丙,,province,unknown,,",
    ]
    return {
        "answers": _Kind(40, [*cities, *scenarios], lambda raw: _answers(raw, folder / "a.yaml", pack, from_yaml)),
        "JSON answers": _Kind(
            8, [_json(one) for one in plain], lambda raw: _answers(raw, folder / "a.json", pack, from_json)
        ),
        "scenario": _Kind(8, scenarios, lambda raw: _scenario(raw, folder / "s.yaml", pack)),
        "JSON line": _Kind(16, [_json(one) for one in plain], lambda raw: _row(raw, rows, pack)),
        "table line": _Kind(10, [one.encode() for one in tables], lambda raw: _table(raw, header, pack)),
        "made-up cases": _Kind(2, made_up, lambda raw: _made_up(raw, folder / "m.yaml", pack)),
        "record": _Kind(3, records, lambda raw: _record(raw, folder / "r.json", pack)),
        "pack": _Kind(9, [raw for name, raw in small.items() if "/" not in name], lambda raw: _pack_file(raw, small)),
    }


# --- what is read, against what is written -----------------------------------------------------------------------------


def _answers(raw: bytes, path: Path, pack: Pack, independently: Callable[[bytes], Any]) -> bool:
    path.write_bytes(raw)
    case, problems = read_case(str(path), pack)
    _told(problems, case is None)
    if case is not None:
        same_case(case, independently(raw), pack)
        judge(_tables(pack), case)
    return case is not None


_made: dict[str, Tables] = {}


def _tables(pack: Pack) -> Tables:
    """Made once for each pack."""
    return _made.setdefault(pack.sha256, Tables(pack))


def _scenario(raw: bytes, path: Path, pack: Pack) -> bool:
    path.write_bytes(raw)
    scenario, problems = read_scenario(path, pack)
    _told(problems, scenario is None)
    if scenario is not None:
        written = from_yaml(raw)
        same_case(scenario.case, written, pack)
        _same_expectation(scenario.expect, written["expect"])
    return scenario is not None


def _same_expectation(read: Expectation, written: Mapping[str, Any], *, more: bool = False) -> None:
    """`more`: what a case serves stands beside what is written."""
    for key in Expectation._fields:
        held, meant = getattr(read, key), written.get(key)
        if key in ("status", "first"):
            differs = held != meant
        elif key == "strength":
            differs = not ({*(meant or {}).items()} <= {*held} if more else (meant or {}) == dict(held))
        else:
            differs = not ({*(meant or ())} <= {*held} if more else [*held] == [*(meant or ())])
        if differs:
            raise Differs(f"{key}: {held} is not {meant}")


def _made_up(raw: bytes, path: Path, pack: Pack) -> bool:
    path.write_bytes(raw)
    files = read_scenarios([path], pack)
    assert not (files.problems and files.scenarios)
    for one in files.problems:
        _told([one], refused=True)
    if files.problems:
        return False
    written = from_yaml(raw)
    if not isinstance(written, dict) or "cases" not in written:  # an answers file by now
        return False
    for scenario, case in zip(files.scenarios, written["cases"], strict=True):
        answers = {**(written.get("base") or {}), **(case.get("set") or {})}
        level = case.get("level", written.get("level", "county"))
        same_case(scenario.case, {"city": "编造", "level": level, "answers": answers}, pack)
        if scenario.serves != case["serves"]:
            raise Differs(f"{scenario.serves} is not {case['serves']}")
        _same_expectation(scenario.expect, case.get("expect") or {}, more=True)
    return True


def _row(raw: bytes, rows: JsonRows, pack: Pack) -> bool:
    read = rows.read(raw, Location("rows.jsonl", 3))
    if isinstance(read, list):
        _told(read, refused=True)
        return False
    _same_row(read, from_json(raw), pack)
    return True


def _table(raw: bytes, header: bytes, pack: Pack) -> bool:
    names, problems = read_header(header, Location("t.csv"), pack)
    assert not problems
    read = TableRows(names, pack).read(raw, Location("t.csv", 2))
    if isinstance(read, list):
        _told(read, refused=True)
        return False
    (cells,) = csv.reader([raw.decode().removeprefix("\ufeff")])
    written = {name: cell.strip() for name, cell in zip(names, cells, strict=True) if cell.strip()}
    head: dict[str, Any] = {name: written.pop(name) for name in names[:3] if name in written}
    answers = {
        name: re.split("[,;，；、]", cell)
        if pack.questions[name].kind == "several" and cell.lower() not in MARKS
        else cell
        for name, cell in written.items()
    }
    _same_row(read, {**head, "answers": answers}, pack)
    return True


def _record(raw: bytes, path: Path, pack: Pack) -> bool:
    path.write_bytes(raw)
    record = read_record(str(path), pack)
    if json.loads(raw.decode("utf-8-sig")) != record.content:
        raise Differs("the record")
    return True


def _pack_file(raw: bytes, small: Mapping[str, bytes]) -> bool:
    written = next((name for name in small if "/" not in name and _begins_alike(raw, small[name])), None)
    if written is None:
        return False
    content, problems = check_folder(SMALL, {**small, written: raw})
    _told(problems, content is None)
    if content is None:
        return False
    read = content["playbooks"].get(written, content.get(written))
    if read != _values(from_yaml(raw)):
        raise Differs(f"{read} is not {_values(from_yaml(raw))}")
    judge(Tables(assemble(content)), Case("甲"))
    return True


def _begins_alike(raw: bytes, original: bytes) -> bool:
    """Which file this was: the one with which it has the most lines in common at its beginning."""
    return len({*raw.split(b"\n")} & {*original.split(b"\n")}) > len(original.split(b"\n")) * 0.6


def _told(problems: list[Problem], refused: bool) -> None:
    assert bool(problems) is refused
    for one in problems:
        assert one.where.line >= 1
        assert one.where.column >= 1
        assert one.message.zh
        assert one.message.en


def _same_row(row: Row, written: Mapping[str, Any], pack: Pack) -> None:
    answers = {name: Answer(Mark.UNKNOWN) if state is None else Answer(state) for name, state in row.states.items()}
    same_case(Case(row.city, row.industry, row.level, answers=answers), written, pack, only_states=True)


def same_case(case: Case, written: Mapping[str, Any], pack: Pack, *, only_states: bool = False) -> None:
    """Raises Differs unless the case is what is written."""
    heads: dict[str, str | None] = {"city": case.city, "industry": case.industry, "level": case.level}
    if not only_states:
        heads |= {"country": case.country, "as_of": case.as_of, "office": case.office}
    defaults: dict[str, str | None] = {
        "industry": "",
        "level": "county",
        "country": "CN",
        "as_of": None,
        "office": None,
    }
    for key, read in heads.items():
        meant = _text(written.get(key)) or defaults.get(key)
        if (read or defaults.get(key)) != meant:
            raise Differs(f"{key}: {read!r} is not {meant!r}")
    given = written["answers"] or {}
    if {*given} != {*case.answers}:
        raise Differs(f"answers to {[*case.answers]}, written {[*given]}")
    for name, answer in case.answers.items():
        meant_answer = _meant(pack.questions[name], given[name])
        read_answer = answer._replace(source="", year="", scope="", sure=True) if only_states else answer
        if only_states:
            value = Mark.UNKNOWN if meant_answer.value is Mark.WITHHELD else meant_answer.value
            meant_answer = Answer(value)
        if read_answer != meant_answer:
            raise Differs(f"{name}: {read_answer} is not {meant_answer}")


def _meant(question: Question, written: Any) -> Answer:
    """The answer that the contract reads in a written value."""
    if isinstance(written, dict):
        if written.get("withheld"):
            return Answer(Mark.WITHHELD)
        answer = _meant(question, written["value"])
        if answer.value is Mark.WITHHELD:
            return answer
        notes = {key: _text(written.get(key)) or "" for key in ("source", "year", "scope")}
        return Answer(answer.value, **notes, sure=written.get("sure", True) is not False)
    texts = [_text(one) or "" for one in written] if isinstance(written, list) else [_text(written) or ""]
    if not isinstance(written, list) and texts[0].strip().lower() in MARKS:
        return Answer(Mark(texts[0].strip().lower()))
    if question.kind == "number":
        return Answer(_figure(texts[0], question))
    chosen = [text.strip() if question.kind == "several" else text for text in texts]
    return Answer(frozenset(chosen) if question.kind == "several" else chosen[0])


def _figure(text: str, question: Question) -> float:
    assert question.unit is not None
    plain = unicodedata.normalize("NFKC", text).replace(" ", "").replace(",", "")
    try:
        return round(float(Decimal(plain)), 9)
    except ArithmeticError:
        pass
    found = re.match(r"[+-]?[0-9]+(?:\.[0-9]+)?", plain)
    assert found is not None
    value, rest, unit = Decimal(found[0]), plain[found.end() :], question.unit.zh
    for word in rest:
        if word not in SCALES:
            break
        value *= SCALES[word]
    if rest[:1] in SCALES or rest:
        for word in unit:
            if word not in SCALES:
                break
            value /= SCALES[word]
        if rest == unit:  # the unit itself, with its scale
            value = Decimal(found[0])
    return round(float(value), 9)


def _text(value: Any) -> str | None:
    if isinstance(value, Figure):
        return value.written
    return None if value is None else str(value)


# --- reading independently ----------------------------------------------------------------------------------------------


def from_yaml(raw: bytes) -> Any:
    """By ruamel's parser, with the words of the contract: only true, false, null and plain numbers are not text."""
    text = raw.decode("utf-8-sig")
    try:
        return _of_node(YAML(pure=True).compose(text))
    except YAMLError as error:
        if "\t" in text:  # it takes no tab for a space between tokens, where YAML 1.2 does
            raise NoSecondOpinion from error
        raise


def _of_node(node: Any) -> Any:
    if isinstance(node, MappingNode):
        keys = [str(_text(_of_node(key))) for key, _ in node.value]
        if len({*keys}) != len(keys):
            raise Differs(f"a key stands twice: {keys}")
        return dict(zip(keys, (_of_node(value) for _, value in node.value), strict=True))
    if isinstance(node, SequenceNode):
        return [_of_node(one) for one in node.value]
    if node.style is not None:
        return node.value
    if node.value in ("", "~", "null"):
        return None
    if node.value in ("true", "false"):
        return node.value == "true"
    return Figure(node.value) if NUMBER.fullmatch(node.value) and len(node.value) < 25 else node.value


def from_json(raw: bytes) -> Any:
    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        if len(dict(found)) != len(found):
            raise Differs(f"a key stands twice: {found}")
        return dict(found)

    return json.loads(raw.decode("utf-8-sig"), object_pairs_hook=pairs, parse_float=Figure, parse_int=Figure)


def _values(written: Any) -> Any:
    """Figures as numbers, for a comparison with plain content."""
    if isinstance(written, dict):
        return {key: _values(value) for key, value in written.items()}
    if isinstance(written, list):
        return [_values(one) for one in written]
    if isinstance(written, Figure):
        return float(written.value) if "." in written.written else int(written.value)
    return written


def _plain_yaml(raw: bytes) -> Any:
    return _values(from_yaml(raw))


def _json(content: Mapping[str, Any]) -> bytes:
    kept = {key: value for key, value in content.items() if key not in ("expect", "about", "history")}
    return json.dumps(kept, ensure_ascii=False).encode()


def _advice(folder: Path, raw: bytes) -> bytes:
    from zjtx_cli.cli.app import main as zjtx

    city, out = folder / "city.yaml", folder / "advice.json"
    city.write_bytes(raw)
    pack = [] if b"workshops" not in raw else ["--playbooks", str(SMALL)]
    assert zjtx(["advise", str(city), "--no-robustness", "--quiet", "-o", str(out), *pack]) == 0
    return out.read_bytes()


if __name__ == "__main__":
    main()
