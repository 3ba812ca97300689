"""Nothing is sent, what is withheld is nowhere, and what users write is text and never an instruction."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.report.reading_office import as_read
from tests.report.reading_pdf import headings_of, read
from zjtx_cli.cli.advise import Format
from zjtx_cli.cli.app import main
from zjtx_cli.files.library import load
from zjtx_cli.report.kinds import KINDS

PACK = Path(__file__).parent / "cases" / "valid_pack"
ANSWERS = "demand: flat\n  workshops: 80\n  leader: open\n  leader_tests: weekly\n  institute: near\n"

# Runs commands in a process where every way out raises.
_SHUT_IN = """
import sys
WAYS_OUT = ("socket.", "urllib.", "http.client", "smtplib.", "ftplib.", "subprocess.", "os.system", "os.exec", "os.spawn",
            "os.posix_spawn", "os.fork", "webbrowser.")
def guard(event, args):
    if event.startswith(WAYS_OUT):
        raise RuntimeError(f"a way out: {event} {args}")
sys.addaudithook(guard)
try:
    import socket
    socket.socket()
except RuntimeError:
    pass
else:
    sys.exit("the guard does not hold")
from zjtx_cli.cli.app import main
for line in sys.stdin.read().splitlines():
    code = main([*line.split("\\t"), "--debug"])
    if code:
        sys.exit(f"{line}: {code}")
"""


def _city(folder: Path, name: str = "city", *, city: str = "某某市", more: str = "", head: str = "") -> str:
    file = folder / f"{name}.yaml"
    file.write_text(f"{head}city: {json.dumps(city, ensure_ascii=False)}\nanswers:\n  {ANSWERS}{more}", "utf-8")
    return str(file)


def test_nothing_is_sent_over_a_network(tmp_path: Path) -> None:
    city, to = _city(tmp_path), ["--playbooks", str(PACK)]
    commands = [["advise", city, "--format", form.value, *to] for form in Format]
    commands += [
        ["advise", city, "-o", str(tmp_path / f"advice{suffix}"), *to] for suffix in (".json", ".html", ".md", ".pdf")
    ]
    commands += [
        ["whatif", city, "--set", "leader=none", *to],
        ["questions", *to],
        ["playbooks", "list", *to],
        ["playbooks", "validate", str(PACK)],
        ["schema", "answers"],
    ]
    lines = "\n".join("\t".join(command) for command in commands)
    ran = subprocess.run([sys.executable, "-c", _SHUT_IN], check=False, input=lines.encode(), capture_output=True)
    assert ran.returncode == 0, ran.stderr[-2000:].decode()


# What is withheld. The secret figures are told apart by nothing else: the same call with another secret gives the same bytes.

SECRETS = ("77.7531", "12.2468")


def _by_file(folder: Path, secret: str) -> list[str]:
    return [
        _city(
            folder, more=f"  own_revenue: {{value: {secret}, source: 内部{secret}, year: {secret}, withheld: true}}\n"
        )
    ]


def _by_mark_with_notes(folder: Path, secret: str) -> list[str]:
    return [_city(folder, more=f"  own_revenue: {{value: withheld, source: 内部{secret}, scope: {secret}}}\n")]


def _by_setting(folder: Path, secret: str) -> list[str]:
    return [_city(folder, more=f"  own_revenue: {secret}\n"), "--set", "own_revenue=withheld"]


def _by_merge(folder: Path, secret: str) -> list[str]:
    told = _city(
        folder, "told", head="office: finance\n", more=f"  own_revenue: {{value: {secret}, source: 内部{secret}}}\n"
    )
    return [told, _city(folder, "withheld", head="office: industry\n", more="  own_revenue: withheld\n")]


def _out_of_range(folder: Path, secret: str) -> list[str]:
    return [_city(folder, more=f"  own_revenue: {{value: 9999{secret}, withheld: true}}\n")]


def _misspelt(folder: Path, secret: str) -> list[str]:
    return [_city(folder, more=f"  own_revenue: {{value: 9999{secret}, withheld: yes}}\n")]


def _behind_a_shut_branch(folder: Path, secret: str) -> list[str]:
    more = f"  letters: {{value: 内部{secret}, withheld: true}}\n"
    return [_city(folder, more=more), "--set", "demand=growing"]


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that holds the pack as it is before anything is answered."""
    cache = tmp_path_factory.mktemp("compiled")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(cache))
        load(PACK)
    return cache


WAYS = [_by_file, _by_mark_with_notes, _by_setting, _by_merge, _out_of_range, _misspelt, _behind_a_shut_branch]


@pytest.mark.usefixtures("few_draws")
@pytest.mark.parametrize(
    ("way", "form"),
    # A PDF takes its time; what differs between the ways is settled before anything is rendered.
    [(way, form) for way in WAYS for form in Format if form is not Format.PDF or way in (_by_file, _by_merge)],
    ids=lambda one: one.value if isinstance(one, Format) else one.__name__.strip("_"),
)
def test_a_withheld_value_is_in_no_byte(
    way: Callable[[Path, str], list[str]],
    form: Format,
    compiled: Path,
    tmp_path: Path,
    capfdbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shutil.copytree(compiled, tmp_path / "cache")  # looked through afterwards like all that is kept
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("zjtx_cli.advisor.drawing.MOST_WORK", 2_000)  # a few draws say as much of a secret as many
    seen = []
    for secret in SECRETS:
        (tmp_path / "in").mkdir(exist_ok=True)
        argv = ["advise", *way(tmp_path / "in", secret), "--playbooks", str(PACK), "--format", form.value]
        written = tmp_path / "advice.out"
        codes = (main(argv), main([*argv, "-o", str(written)]))
        out, err = capfdbinary.readouterr()
        kept = [
            file.read_bytes() for file in sorted(tmp_path.rglob("*")) if file.is_file() and file.parent.name != "in"
        ]
        whole = b"".join([out, err, *kept])
        assert secret.encode() not in whole
        assert "内部".encode() not in whole
        assert codes == ((3, 3) if way is _misspelt else (0, 0))
        seen.append((out, err, kept))
    assert seen[0] == seen[1]


# What users write.

HOSTILE = "[bold red]甲[/bold red] [/x] <script>alert(1)</script> <b>乙</b> **丙** _丁_ `戊` [己](http://x.y) | ![庚](x) &amp; {x} %s $1"


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


def _elements(html: str) -> _Elements:
    parser = _Elements()
    parser.feed(html)
    return parser


@pytest.fixture
def hostile(tmp_path: Path) -> dict[str, tuple[str, ...]]:
    """The same advice for a plain city and for a hostile one, whose sources are hostile too."""
    more = f"  own_revenue: {{value: 35, source: {json.dumps(HOSTILE, ensure_ascii=False)}, scope: '[bold]<i>x</i>'}}\n"
    plain = more.replace(json.dumps(HOSTILE, ensure_ascii=False), "年鉴").replace("'[bold]<i>x</i>'", "规上")
    return {
        "plain": ("advise", _city(tmp_path, "plain", more=plain), "--playbooks", str(PACK)),
        "hostile": ("advise", _city(tmp_path, "hostile", city=HOSTILE, more=more), "--playbooks", str(PACK)),
    }


def test_markup_of_users_is_text_in_the_terminal(
    hostile: dict[str, tuple[str, ...]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(list(hostile["hostile"])) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    squeezed = re.sub(r"\s", "", out)
    assert re.sub(r"\s", "", HOSTILE) in squeezed


def test_markup_of_users_is_text_in_html(
    hostile: dict[str, tuple[str, ...]], capsys: pytest.CaptureFixture[str]
) -> None:
    pages = {}
    for name, argv in hostile.items():
        assert main([*argv, "--format", "html"]) == 0
        pages[name] = _elements(capsys.readouterr().out)
    assert pages["hostile"].tags == pages["plain"].tags
    assert HOSTILE in pages["hostile"].words


def test_markup_of_users_is_text_in_markdown(
    hostile: dict[str, tuple[str, ...]], capsys: pytest.CaptureFixture[str]
) -> None:
    pages = {}
    for name, argv in hostile.items():
        assert main([*argv, "--format", "markdown"]) == 0
        pages[name] = _elements(MarkdownIt("commonmark").enable("table").render(capsys.readouterr().out))
    assert pages["hostile"].tags == pages["plain"].tags
    assert HOSTILE in pages["hostile"].words


def test_json_gives_the_words_back_as_they_were(
    hostile: dict[str, tuple[str, ...]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*hostile["hostile"], "--format", "json"]) == 0
    advice = json.loads(capsys.readouterr().out)
    assert advice["city"] == HOSTILE
    assert advice["answers"]["own_revenue"]["source"] == HOSTILE


CONTROLS = ["\x1b[31m", "\x9b31m", "\x07", "\u202e", "\u2066", "\x00"]


@pytest.mark.parametrize("control", CONTROLS, ids=lambda control: f"U+{ord(control[0]):04X}")
@pytest.mark.parametrize("form", ["json", "text"])
def test_no_control_character_of_users_reaches_the_terminal(
    control: str, form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    to = ["--playbooks", str(PACK), "--format", form]
    escaped = _city(tmp_path, "escaped").replace(".yaml", "2.yaml")
    Path(escaped).write_text(f'city: "\\u{ord(control[0]):04x}31m"\nanswers:\n  "de{control!a}": flat\n', "utf-8")
    raw = tmp_path / "raw.yaml"
    raw.write_text(f"city: 甲{control}\nanswers:\n  {ANSWERS}", "utf-8")
    content = [
        [escaped],
        [str(raw)],
        [f"gone{control}.yaml"],
        ["--set", f"demand={control}flat"],
        ["--set", f"{control}=flat"],
        ["--set", f"workshops=8{control}"],
        ["--set", "demand=flat", "--city", f"甲{control}"],
        ["--set", "demand=flat", "--as-of", control],
        ["--set", "demand=flat", "--playbooks", f"no{control}where"],
    ]
    options = [["--set", "demand=flat", option, control] for option in ("--lang", "--format", "--fail-on")]
    for argv in [*content, *(options if form == "text" else [])]:
        assert main(["advise", *to, *argv]) in (2, 3, 5), argv
        told = "".join(capsys.readouterr())
        assert control[0] not in told, argv


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("form", [form for form in Format if form not in (Format.TEXT, Format.JSON)])
@pytest.mark.parametrize("kind", KINDS)
def test_a_withheld_value_is_in_no_stream_of_any_paper(kind: str, form: Format, language: str, tmp_path: Path) -> None:
    """What is packed is unpacked first: a value may hide in a compressed stream or among the properties of a file."""
    (secret, _), out = SECRETS, tmp_path / "paper"
    argv = ["--lang", language, "advise", *_by_file(tmp_path, secret), "--playbooks", str(PACK), "--no-robustness"]
    assert main([*argv, "--kind", kind, "--format", form.value, "-o", str(out), "--quiet"]) == 0
    whole = out.read_bytes()
    told = whole.decode("latin-1") + as_read(whole, form.value)
    if form is Format.PDF:
        told += str(read(whole).metadata) + "".join(headings_of(read(whole)))
    assert re.search("某某市", told), "it can be read at all"
    assert not [one for one in (secret, "内部") if one in told]
