"""What several rooms' tests share."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings

from zjtx_cli.files.library import built_in, load
from zjtx_cli.model.pack import Pack

# The same examples on every machine; `--hypothesis-profile=hunt` looks much further, and elsewhere each time.
_calm = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
_shown = [Phase.explicit, Phase.generate]  # shrinking a pack takes a minute: the hunt does it
settings.register_profile(
    "same", max_examples=30, deadline=None, derandomize=True, suppress_health_check=_calm, phases=_shown
)
settings.register_profile("hunt", max_examples=3000, deadline=None, database=None, suppress_health_check=_calm)
settings.load_profile("same")


@pytest.fixture(scope="session", autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A cache and a configuration of the tests' own, and no settings from outside.

    Nothing here outlives a power cut, so nothing waits for the disk either: an interview saves after every answer.
    """
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("ZJTX_") or name == "GITHUB_ACTIONS"]:
            patch.delenv(name)
        # Or each of the hundred processes that tests start would compile every module anew.
        patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
            patch.setenv(name, str(tmp_path_factory.mktemp(name.lower())))
        patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)  # or each of the processes compiles the program anew
        patch.setattr(os, "fsync", lambda _: None)
        yield


@pytest.fixture(scope="session")
def real_pack() -> Pack:
    """The built-in playbooks."""
    return load(built_in())


@pytest.fixture
def few_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    """For what is no matter of shares: most of an advice's time goes into drawing weights thousands of times."""
    monkeypatch.setattr("zjtx_cli.advisor.robustness.DRAWS", 100)
