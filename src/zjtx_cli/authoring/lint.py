"""What is wrong with a pack whose form is right: each rule has a name, and each finding its line."""

from zjtx_cli.authoring import lint_conditions, lint_evidence, lint_models
from zjtx_cli.errors import Problem
from zjtx_cli.files.pack_lines import Places
from zjtx_cli.files.references import Documents
from zjtx_cli.model.pack import Pack

RULES = {
    "unreached-question": "error",
    "idle-question": "warning",
    "idle-option": "warning",
    "unattained-value": "error",
    "impossible-blocker": "error",
    "impossible-condition": "error",
    "empty-condition": "warning",
    "duplicate-condition": "error",
    "shadowed-condition": "error",
    "never-first": "warning",
    "always-first": "warning",
    "unused-claim": "warning",
    "claim-status": "error",
    "instrument-ended": "warning",
    "no-procedure": "error",
    "unwritten": "warning",
}
"""Every rule of this room and its severity: an error is certainly a slip, a warning may have its reason."""


def lint(documents: Documents, pack: Pack) -> list[Problem]:
    """Every finding, in file order."""
    places = Places(documents)
    return sorted(
        [
            *lint_conditions.conditions(pack, places),
            *lint_models.options(pack, places),
            *lint_models.values(pack, places),
            *lint_models.standing(pack, places),
            *lint_evidence.evidence(documents),
            *lint_evidence.instruments(documents, pack),
            *lint_evidence.procedures(documents),
            *lint_evidence.unwritten(documents),
        ]
    )
