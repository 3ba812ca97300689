"""Build hook: the wheel carries the built-in playbooks in compiled form, so that no user waits for YAML."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompilePlaybooks(BuildHookInterface):  # type: ignore[type-arg]
    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        from zjtx_cli.files.library import COMPILED, compile_pack

        with tempfile.NamedTemporaryFile(suffix=".json", delete=False) as file:
            file.write(compile_pack(Path(self.root) / "playbooks"))
        self._compiled = Path(file.name)
        build_data["force_include"][file.name] = f"zjtx_cli/playbooks/{COMPILED}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            self._compiled.unlink(missing_ok=True)
