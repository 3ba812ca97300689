"""The examples for pipelines, run as they are written: on a repository that is in order, and on one that is not."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

HERE = Path(__file__).parent
EXAMPLES = HERE.parent / "examples"
SCENARIO = "city: 甲\nanswers: {demand: flat}\nexpect: {never: [spark]}\n"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the commands are written for bash")


def read(name: str) -> Any:
    """As it is written: `on` stays a word."""
    return yaml.load((EXAMPLES / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # texts only


def bash(command: str, folder: Path, env: Mapping[str, str]) -> "subprocess.CompletedProcess[str]":
    """As a runner does it, with the program that is under test first on the path."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("ZJTX_")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    surroundings = {**kept, "PATH": path, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INDEX": "1", **env}
    line = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", command]
    return subprocess.run(line, check=False, capture_output=True, text=True, cwd=folder, env=surroundings, timeout=120)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    shutil.copytree(HERE / "cases" / "valid_pack", tmp_path / "playbooks")
    (tmp_path / "playbooks" / "scenarios").mkdir()
    (tmp_path / "playbooks" / "scenarios" / "one.yaml").write_text(SCENARIO, encoding="utf-8")
    (tmp_path / "cities").mkdir()
    shutil.copy(HERE / "cases" / "valid" / "every_form.yaml", tmp_path / "cities" / "city.yaml")
    made = bash("zjtx advise cities/city.yaml -o advice.json", tmp_path, {"ZJTX_PLAYBOOKS": "playbooks"})
    assert made.returncode == 0, made.stderr
    return tmp_path


def spoil(repository: Path) -> None:
    """A group that is not there, and an answer to what nobody asked."""
    path = repository / "playbooks" / "gather.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("group: ", "group: no", 1), encoding="utf-8")
    city = repository / "cities" / "city.yaml"
    city.write_text(city.read_text(encoding="utf-8") + "  nothing: 1\n", encoding="utf-8")


def test_the_github_workflow(repository: Path) -> None:
    workflow = read("github-actions.yml")
    assert set(workflow) == {"name", "on", "permissions", "env", "jobs"}
    (job,) = workflow["jobs"].values()
    env = {**workflow["env"], "GITHUB_ACTIONS": "true"}
    commands = [step["run"] for step in job["steps"] if "run" in step]
    assert all(("run" in step) != ("uses" in step) for step in job["steps"])
    assert len(commands) == 5
    for command in commands:
        ran = bash(command, repository, env)
        assert (ran.returncode, command) == (0, command), ran.stdout + ran.stderr
    (upload,) = (step for step in job["steps"] if step.get("uses", "").startswith("actions/upload-artifact"))
    assert (repository / upload["with"]["path"]).is_file()
    spoil(repository)
    validate = next(command for command in commands if "validate" in command)
    ran = bash(validate, repository, env)
    assert ran.returncode == 3
    assert re.match(r"::error file=playbooks/gather\.yaml,line=\d+,col=\d+,title=unknown-group::", ran.stdout)


def test_the_gitlab_job(repository: Path) -> None:
    (job,) = read("gitlab-ci.yml").values()
    for command in [*job["before_script"], *job["script"]]:
        ran = bash(command, repository, job["variables"])
        assert (ran.returncode, command) == (0, command), ran.stdout + ran.stderr
    for report in job["artifacts"]["reports"]["junit"]:
        suite = ElementTree.parse(repository / report).getroot().find("testsuite")
        assert suite is not None
        assert (suite.get("failures"), suite.find("testcase") is not None) == ("0", True)
    assert all((repository / path).is_file() for path in job["artifacts"]["paths"])
    spoil(repository)
    assert bash(job["script"][0], repository, job["variables"]).returncode == 3
    failure = ElementTree.parse(repository / "validate.xml").getroot().find(".//failure")
    assert failure is not None
    assert failure.get("type") == "unknown-group"


def test_the_pre_commit_hooks(repository: Path) -> None:
    (local,) = read("pre-commit-config.yaml")["repos"]
    assert local["repo"] == "local"
    files = sorted(str(path.relative_to(repository)) for path in repository.rglob("*") if path.is_file())

    def hook(one: Mapping[str, str]) -> "subprocess.CompletedProcess[str]":
        """As pre-commit runs it: with the files that match behind it, unless it wants none."""
        matching = [name for name in files if re.search(one["files"], name)]
        assert matching, one["id"]
        names = matching if one.get("pass_filenames", "true") == "true" else []
        return bash(shlex.join([*shlex.split(one["entry"]), *names]), repository, {"ZJTX_LANG": "en"})

    for one in local["hooks"]:
        ran = hook(one)
        assert (ran.returncode, one["id"]) == (0, one["id"]), ran.stdout + ran.stderr
    spoil(repository)
    codes = {one["id"]: hook(one) for one in local["hooks"]}
    assert {name: ran.returncode for name, ran in codes.items()} == dict.fromkeys(codes, 3)
    shutil.copy(HERE / "cases" / "valid_pack" / "gather.yaml", repository / "playbooks")
    answers = hook(local["hooks"][-1])
    assert answers.returncode == 3
    assert re.match(r"cities/city\.yaml:\d+:3: .*unknown-question", answers.stderr)
