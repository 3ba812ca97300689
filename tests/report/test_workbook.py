"""The task table as a workbook, read back by another library."""

import pytest

from tests.report.papers import HOSTILE, STEERING, STEERS
from tests.report.reading_office import every_byte, formulas, parts, sheets
from tests.report.real_cities import FEW, the_advice, the_pack
from zjtx_cli.report import to_xlsx
from zjtx_cli.report.compose_sheet import sheet
from zjtx_cli.report.document import Document, Section, Table
from zjtx_cli.report.telling import Teller
from zjtx_cli.text import Language

HEADS = {
    Language.ZH: ["序号", "阶段", "工作事项", "牵头单位", "配合单位", "完成时限", "可见成效"],
    Language.EN: ["No.", "Phase", "Task", "Lead", "Partners", "Deadline", "What will be seen"],
}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("city", FEW)
def test_every_task_has_its_row(city: str, language: Language) -> None:
    advice = the_advice(city)
    content = to_xlsx.render(sheet(advice, the_pack(), language))
    tasks, held, _ = sheets(content).values()
    assert tasks[2][:7] == HEADS[language]
    rows = [row for row in tasks[3:] if isinstance(row[0], int)]
    assert [row[0] for row in rows] == list(range(1, len(advice.plan) + 1))
    t = Teller(the_pack(), language, advice.as_of, official=True)
    assert [row[2] for row in rows] == [t(one.measure.title) for one in advice.plan]
    assert all(all(row[2:7]) for row in rows)
    barred = {row[0] for row in held[3:]}
    for one in advice.left_out:
        if one.kind != "double":
            assert t(one.title) in barred
    assert not formulas(content)
    assert b"zjtx" not in every_byte(content).lower()


def test_words_are_never_formulas() -> None:
    words = (
        *HOSTILE,
        STEERING,
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "0012",
        "2026-11",
        "🙂",
        "\u0645\u062f\u064a\u0646\u0629",
        "字" * 40_000,
    )
    table = Table("t", ("头",), tuple((one,) for one in words))
    content = to_xlsx.render(Document("=cmd", "=cmd", Language.ZH, (Section("=[a]:b/c*?'" + "长" * 40, (table,)),)))
    ((name, rows),) = sheets(content).items()
    assert len(name) <= 31
    assert formulas(content) == 0
    assert rows[0][0] == "=cmd"
    shown = [row[0] for row in rows[3:]]
    assert "=1+1" in shown
    assert "🙂" in shown
    assert not any(STEERS & set(str(one)) for one in shown)


def test_it_is_made_to_be_printed_and_followed() -> None:
    content = to_xlsx.render(sheet(the_advice("jinjiang"), the_pack(), Language.ZH))
    text = every_byte(content)
    assert b"autoFilter" in text
    assert b'state="frozen"' in text
    assert b'orientation="landscape"' in text
    assert b"_xlnm.Print_Titles" in text
    assert b"2026-11-01T" in parts(content)["docProps/core.xml"]
    assert content == to_xlsx.render(sheet(the_advice("jinjiang"), the_pack(), Language.ZH))
