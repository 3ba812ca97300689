"""Start-up is a feature: what is heavy is imported where it is used, and a count does not wobble as a time would."""

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SMALL = HERE / "cases" / "valid_pack"
CITY = HERE / "cases" / "valid" / "every_form.yaml"

HEAVY = {
    "rich",
    "questionary",
    "prompt_toolkit",
    "pydantic",
    "pydantic_core",
    "numpy",
    "docx",
    "typst",
    "pylopdf_fonts_zh_cn",
    "jinja2",
}

_COUNT = """
import sys
from zjtx_cli.cli.app import main
code = main(sys.argv[1:])
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
sys.exit(code)
"""


@pytest.mark.parametrize(
    "argv",
    [
        ["--version"],
        ["advise", "--set", "demand_trend=growing", "--format", "json", "--no-robustness"],
        ["advise", str(CITY), "--playbooks", str(SMALL), "--format", "json", "--no-robustness"],
    ],
    ids=["version", "built-in", "file"],
)
def test_nothing_heavy_is_imported(argv: list[str]) -> None:
    if argv != ["--version"]:  # the first run compiles the pack, which pydantic checks
        subprocess.run([sys.executable, "-c", _COUNT, *argv], check=True, capture_output=True)
    ran = subprocess.run(
        [sys.executable, "-c", _COUNT, *argv], check=True, capture_output=True, text=True, encoding="utf-8"
    )
    imported = set(ran.stderr.split())
    assert "zjtx_cli" in imported
    assert not imported & HEAVY
    if argv == ["--version"]:
        assert not imported & {"typer", "yaml", "json"}
