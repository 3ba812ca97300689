"""The papers of an advice, with the cases that the models were written from, judged as any city is, beside the city."""

from collections.abc import Mapping
from pathlib import Path

from zjtx_cli.advisor.tables import Tables
from zjtx_cli.cli.settings import Settings
from zjtx_cli.model.advice import Advice, Judgement
from zjtx_cli.report.document import Document


def composed(kind: str, advice: Advice, tables: Tables, settings: Settings, *, explain: bool = False) -> Document:
    """The paper of this kind; the papers that leave the house do not show the city beside the original cases."""
    from zjtx_cli.report.kinds import OFFICIAL, compose

    originals = None if kind in OFFICIAL else originals_of(advice, tables, settings.folder())
    return compose(kind, advice, tables.pack, settings.language, explain=explain, originals=originals)


def originals_of(advice: Advice, tables: Tables, folder: Path) -> Mapping[str, Judgement]:
    """By playbook, for the models that are told at length; `folder` is that of the pack."""
    from zjtx_cli.advisor.judging import judge
    from zjtx_cli.files.scenarios import read_originals
    from zjtx_cli.report.compose_first import considered

    wanted = {match.playbook for judgement in advice.judgements for match in considered(judgement)}
    wanted |= {judgement.ranking[0].playbook for judgement in advice.judgements}
    cases = read_originals(folder, tables.pack)
    return {playbook: judge(tables, case) for playbook, case in cases.items() if playbook in wanted}
