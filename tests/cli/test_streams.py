"""Pipes, full disks and signals, with real processes: nothing half written, no traceback, no process left behind."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent.parent
SMALL = HERE / "cases" / "valid_pack"
CITY = HERE / "cases" / "valid" / "every_form.yaml"
ROW = '{"city": "甲", "answers": {"demand_trend": "growing"}}\n'
COMMAND = [sys.executable, "-m", "zjtx_cli"]

linux = pytest.mark.skipif(sys.platform != "linux", reason="/dev/full and /proc are Linux")


def run(
    *argv: str, shell: str = '"$@"', env: dict[str, str] | None = None, seconds: float = 60
) -> subprocess.CompletedProcess[bytes]:
    """Run zjtx inside a line of bash, in which "$@" is the command."""
    line = ["bash", "-c", f"set -o pipefail; {shell}", "bash", *COMMAND, *argv]
    return subprocess.run(line, check=False, capture_output=True, timeout=seconds, env={**os.environ, **(env or {})})


def quiet(ran: subprocess.CompletedProcess[bytes]) -> bool:
    return b"Traceback" not in ran.stderr and b"Exception" not in ran.stderr


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    path = tmp_path / "rows.jsonl"
    path.write_text(ROW * 6_000, encoding="utf-8")  # what comes of it is more than a pipe holds
    return path


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_head_takes_what_it_wants(rows: Path, jobs: str) -> None:
    ran = run("batch", str(rows), "--jobs", jobs, shell='"$@" | head -n 2')
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert [json.loads(line)["line"] for line in ran.stdout.splitlines()] == [1, 2]


@pytest.mark.parametrize(
    "command", [["questions"], ["advise", str(CITY), "--playbooks", str(SMALL)], ["schema", "advice"], ["--help"]]
)
def test_a_reader_that_is_gone_at_once_is_no_fault(command: list[str]) -> None:
    ran = run(*command, shell='"$@" | true')
    assert quiet(ran)
    assert ran.returncode == 0


@pytest.mark.parametrize(
    "command",
    [
        ["advise", str(CITY), "--playbooks", str(SMALL), "--format", "json"],
        ["advise", str(CITY), "--playbooks", str(SMALL)],
        ["batch", str(CITY), "--playbooks", str(SMALL)],
        ["questions"],
        ["--help"],
        ["--version"],
    ],
    ids=lambda command: " ".join(command[:1] + command[4:]),
)
def test_a_closed_standard_output_is_told(command: list[str]) -> None:
    ran = run(*command, shell='"$@" >&-')
    assert ran.returncode == 5
    assert quiet(ran)
    assert ran.stderr


def test_a_closed_standard_error_leaves_the_result_alone() -> None:
    ran = run(
        "advise", str(CITY), "--set", "demand=flat", "--playbooks", str(SMALL), "--format", "json", shell='"$@" 2>&-'
    )
    assert ran.returncode == 0
    json.loads(ran.stdout)
    assert run("batch", "gone.jsonl", "--playbooks", str(SMALL), shell='"$@" 2>&-').stdout.count(b"\n") == 1


def test_a_closed_standard_error_leaves_the_paper_alone(tmp_path: Path) -> None:
    paper = tmp_path / "paper.docx"
    ran = run("advise", str(CITY), "--playbooks", str(SMALL), "-o", str(paper), shell='"$@" 2>&-')
    assert ran.returncode == 0
    assert paper.read_bytes().startswith(b"PK")


@pytest.mark.parametrize("closed", ["<&-", "2>&-"])
def test_without_a_stream_there_is_nobody_to_ask(closed: str) -> None:
    assert run("interview", "--playbooks", str(SMALL), shell=f'"$@" {closed}').returncode == 4


@linux
@pytest.mark.parametrize(
    "command",
    [
        ["advise", str(CITY), "--playbooks", str(SMALL)],
        ["advise", str(CITY), "--playbooks", str(SMALL), "--format", "json"],
        ["batch", str(CITY), "--playbooks", str(SMALL)],
        ["advise", "--help"],
        ["--version"],
    ],
    ids=lambda command: " ".join(command[:1] + command[4:]),
)
def test_a_full_disk_is_told(command: list[str]) -> None:
    ran = run(*command, shell='"$@" >/dev/full')
    assert ran.returncode == 5
    assert quiet(ran)
    assert b"No space left" in ran.stderr


@linux
def test_a_file_that_cannot_be_finished_leaves_the_old_one(rows: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("as it was\n", encoding="utf-8")
    ran = run("batch", str(rows), "-o", str(out), shell='ulimit -f 50; trap "" XFSZ; "$@"')  # 50 KB is all there is
    assert ran.returncode == 5
    assert quiet(ran)
    assert out.read_text(encoding="utf-8") == "as it was\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.jsonl", "rows.jsonl"]
    ran = run("batch", str(CITY), "--playbooks", str(SMALL), "--format", "csv", "-o", "/dev/full")
    assert ran.returncode == 5


@pytest.fixture
def heeding() -> Iterator[None]:
    """What is started in the background of a shell ignores an interruption, and so would all that it starts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@linux
@pytest.mark.usefixtures("heeding")
@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_all_of_it_and_leaves_nothing(sent: signal.Signals, tmp_path: Path) -> None:
    source, out = tmp_path / "pipe.jsonl", tmp_path / "out.jsonl"
    os.mkfifo(source)
    out.write_text("as it was\n", encoding="utf-8")
    command = [*COMMAND, "batch", str(source), "--jobs", "2", "-o", str(out)]
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process,
        source.open("w", encoding="utf-8") as pipe,  # it waits for more when it is asked to end
    ):
        pipe.write(ROW * 12_000)
        pipe.flush()
        workers = _workers(process.pid)
        assert len(workers) == 2
        process.send_signal(sent)
        _, told = process.communicate(timeout=20)
    assert process.returncode == 130
    assert b"Traceback" not in told
    assert out.read_text(encoding="utf-8") == "as it was\n"
    assert not list(tmp_path.glob(".out*"))
    assert not any(Path(f"/proc/{worker}").exists() for worker in workers)


@linux
def test_workers_end_when_their_master_is_killed(tmp_path: Path) -> None:
    source = tmp_path / "pipe.jsonl"
    os.mkfifo(source)
    with (
        subprocess.Popen([*COMMAND, "batch", str(source), "--jobs", "2"], stdout=subprocess.DEVNULL) as process,
        source.open("w", encoding="utf-8") as pipe,
    ):
        pipe.write(ROW * 12_000)
        pipe.flush()
        workers = _workers(process.pid)
        process.kill()
    for _ in range(100):
        if not any(_alive(worker) for worker in workers):
            return
        time.sleep(0.1)
    pytest.fail("a worker is still there")


def test_two_batches_at_once_into_one_file(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text(ROW.replace('"demand_trend": "growing"', '"demand": "flat"') * 1_000, encoding="utf-8")
    out = tmp_path / "out.jsonl"
    cache = {"XDG_CACHE_HOME": str(tmp_path / "cache")}  # both make the compiled form at the same time, too
    command = [*COMMAND, "batch", str(rows), "--jobs", "1", "--quiet", "-o", str(out), "--playbooks"]
    both = [
        subprocess.Popen([*command, str(SMALL)], env={**os.environ, **cache}, stderr=subprocess.PIPE) for _ in range(2)
    ]
    for process in both:
        _, told = process.communicate(timeout=120)
        assert (process.returncode, told) == (0, b"")
    read = [json.loads(line)["line"] for line in out.read_text(encoding="utf-8").splitlines()]
    assert read == [*range(1, 1_001)]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "out.jsonl", "rows.jsonl"]


def _workers(pid: int) -> list[int]:
    for _ in range(200):
        found = [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()]
        if len(found) == 2:
            return found
        time.sleep(0.05)
    return []


def _alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
