"""Writing: at once or not at all, and never over what is no file."""

import os
import stat
from pathlib import Path

import pytest

from zjtx_cli.errors import CannotAccess, WrongUsage
from zjtx_cli.files.disk import read_bytes, write_bytes


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    file = tmp_path / "建议.json"
    write_bytes(file, b"one")
    write_bytes(file, b"two", mode=0o600)
    assert file.read_bytes() == b"two"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert os.listdir(tmp_path) == ["建议.json"]


def test_no_clobber_refuses(tmp_path: Path) -> None:
    file, link = tmp_path / "a", tmp_path / "link"
    file.write_bytes(b"one")
    link.symlink_to("nowhere")
    for there in (file, link, tmp_path):
        with pytest.raises(WrongUsage):
            write_bytes(there, b"two", no_clobber=True)
    assert file.read_bytes() == b"one"
    write_bytes(tmp_path / "new", b"two", no_clobber=True)
    assert (tmp_path / "new").read_bytes() == b"two"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    file, link = tmp_path / "inside" / "a", tmp_path / "link"
    file.write_bytes(b"one")
    link.symlink_to(file)
    write_bytes(link, b"two")
    assert link.is_symlink()
    assert file.read_bytes() == b"two"


def test_a_device_is_written_to_and_not_replaced() -> None:
    write_bytes(Path(os.devnull), b"one")
    assert not stat.S_ISREG(os.stat(os.devnull).st_mode)


@pytest.mark.parametrize("where", ["no/such/folder/a", ".", "x" * 300])
def test_what_cannot_be_written_leaves_everything_as_it_was(where: str, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"one")
    with pytest.raises(CannotAccess):
        write_bytes(tmp_path / where, b"two")
    assert os.listdir(tmp_path) == ["a"]


def test_a_write_that_fails_half_way_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"one")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotAccess) as raised:
        write_bytes(file, b"two")
    assert "No space left" in raised.value.message.en
    assert file.read_bytes() == b"one"
    assert os.listdir(tmp_path) == ["a"]


def test_no_more_is_read_than_is_allowed(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"x" * 100)
    assert len(read_bytes(str(file), 10)) == 11
    assert len(read_bytes(str(file), 100)) == 100
