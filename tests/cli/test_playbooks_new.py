"""A new playbook validates as it stands; the handbook holds the whole pack."""

from pathlib import Path

import html5lib
import pytest
from markdown_it import MarkdownIt

from tests.files.refusals import PACK
from zjtx_cli.cli.app import main
from zjtx_cli.files.library import load
from zjtx_cli.model.pack import Pack
from zjtx_cli.report.compose_handbook import compose_handbook
from zjtx_cli.report.document import Ref, Target, inlines, words_in
from zjtx_cli.text import Language


@pytest.mark.parametrize("group", ["laggard", "middle", "pioneer"])
def test_a_new_playbook_validates_as_it_stands(group: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "deep" / "pack"
    assert main(["playbooks", "new", "my-model", "-o", str(folder), "--group", group]) == 0
    assert main(["playbooks", "validate", str(folder), "--lang", "en"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert all("[unwritten]" in line for line in told[:-1])
    assert len(told) > 20
    assert load(folder).playbooks["my-model"].group == group
    if group == "middle":  # to gate warnings is no matter of groups
        assert main(["playbooks", "validate", str(folder), "--fail-on", "warning"]) == 1
    path = folder / "my-model.yaml"
    path.write_text(path.read_text("utf-8").replace("（待写）", "。").replace(" (to be written)", ""), "utf-8")
    assert main(["playbooks", "validate", str(folder), "--fail-on", "warning"]) == 0


def test_a_second_one_goes_beside_the_first_and_none_is_replaced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "pack"
    assert main(["playbooks", "new", "one", "-o", str(folder)]) == 0
    manifest = (folder / "pack.yaml").read_bytes()
    assert main(["playbooks", "new", "two", "-o", str(folder)]) == 0
    assert (folder / "pack.yaml").read_bytes() == manifest
    assert {"one", "two"} < set(load(folder).playbooks)
    for name in ("one", "kanazawa", "pack", "Big", "../up", "a_b"):
        assert main(["playbooks", "new", name, "-o", str(folder)]) == 2
    assert main(["playbooks", "new", "three", "-o", str(folder), "--group", "nobody"]) == 2
    assert "laggard" in capsys.readouterr().err
    (folder / "file").write_text("")
    assert main(["playbooks", "new", "four", "-o", str(folder / "file")]) == 5
    assert sorted(path.name for path in folder.glob("*.yaml")) == ["one.yaml", "pack.yaml", "two.yaml"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_handbook_is_well_formed_in_both_forms(language: str, tmp_path: Path) -> None:
    page, paper = tmp_path / "book.html", tmp_path / "book.md"
    for path in (page, paper):
        assert main(["playbooks", "handbook", "-o", str(path), "--lang", language]) == 0
    html5lib.HTMLParser(strict=True).parse(page.read_text("utf-8"))
    assert len(MarkdownIt("commonmark").enable("table").parse(paper.read_text("utf-8"))) > 1000


def test_the_handbook_as_a_paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import docx

    paper = tmp_path / "book.docx"
    assert main(["playbooks", "handbook", "-o", str(paper), "--playbooks", str(PACK), "--lang", "en"]) == 0
    told = "\n".join(one.text for one in docx.Document(str(paper)).paragraphs)
    assert "Gather the kilns" in told
    page = tmp_path / "book.pdf"
    assert main(["playbooks", "handbook", "-o", str(page), "--playbooks", str(PACK)]) == 0
    assert page.read_bytes().startswith(b"%PDF")
    assert main(["playbooks", "handbook", "-o", str(tmp_path / "book.xyz"), "--playbooks", str(PACK)]) == 2
    assert ".xyz" in capsys.readouterr().err


def test_the_handbook_holds_the_whole_pack(real_pack: Pack) -> None:
    for language in Language:
        document = compose_handbook(real_pack, language)
        parts = [part for words in words_in(document.sections) for part in inlines(words)]
        told = "\n".join(part if isinstance(part, str) else getattr(part, "text", "") for part in parts)
        told = told.replace("’", "'")  # print has the curled one
        for playbook in real_pack.playbooks.values():
            for texts in (playbook.summary, playbook.if_nothing, *(one.because for one in playbook.blockers)):
                assert texts.to(language).rstrip("。.") in told
        for instrument in real_pack.instruments.values():
            assert instrument.pitfall.to(language) in told
        for question in real_pack.questions.values():
            assert question.why.to(language) in told
        targets = {part.key for part in parts if isinstance(part, Target)}
        assert {part.key for part in parts if isinstance(part, Ref)} <= targets
        assert set(real_pack.claims) <= targets


def test_the_handbook_on_the_screen(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["playbooks", "handbook"]) == 0
    assert "模式库手册" in capsys.readouterr().out
    assert main(["playbooks", "handbook", "--format", "markdown", "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("# Handbook of the playbooks")
