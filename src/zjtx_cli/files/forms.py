"""The form of each file of a pack, as pydantic models: the one place that says what an author may write.

The same models make the JSON Schemas that `zjtx schema` prints and editors read.
"""

from zjtx_cli.files.form_parts import Form
from zjtx_cli.files.forms_cases import AnswersFile, CasesFile, ScenarioFile, SurvivorsFile
from zjtx_cli.files.forms_evidence import ClaimsFile, InstrumentsFile
from zjtx_cli.files.forms_overlay import OverlayClaimsFile, OverlayFile, OverlayQuestionsFile
from zjtx_cli.files.forms_pack import PackFile
from zjtx_cli.files.forms_playbook import PlaybookFile
from zjtx_cli.files.forms_questions import QuestionsFile

FILES: dict[str, type[Form]] = {
    "pack": PackFile,
    "overlay": OverlayFile,
    "questions": QuestionsFile,
    "playbook": PlaybookFile,
    "claims": ClaimsFile,
    "instruments": InstrumentsFile,
    "answers": AnswersFile,
    "scenario": ScenarioFile,
    "cases": CasesFile,
    "survivors": SurvivorsFile,
}

OVERLAYS: dict[str, type[Form]] = {
    "pack": OverlayFile,
    "questions": OverlayQuestionsFile,
    "claims": OverlayClaimsFile,
    "instruments": InstrumentsFile,
}
