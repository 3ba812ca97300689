"""The papers that one advice can become, by name."""

from collections.abc import Mapping

from zjtx_cli.model.advice import Advice, Judgement
from zjtx_cli.model.pack import Pack
from zjtx_cli.report import compose_annex, compose_papers
from zjtx_cli.report.compose_advice import compose_advice
from zjtx_cli.report.document import Document
from zjtx_cli.text import Language

OFFICIAL = {"briefing": compose_papers.briefing, "study": compose_papers.study, "note": compose_papers.note}
"""Those that leave the house: no score, no brand, no debt of this city."""

KINDS = ("full", *OFFICIAL, "annex")


def compose(
    kind: str,
    advice: Advice,
    pack: Pack,
    language: Language,
    *,
    explain: bool = False,
    originals: Mapping[str, Judgement] | None = None,
) -> Document:
    """The paper of this kind. `explain` adds the arithmetic to the full one, and the annex has it always.

    `originals` are the judged cases that the models were written from, beside which the full one and the annex show the city.
    """
    if kind in OFFICIAL:
        return OFFICIAL[kind](advice, pack, language)
    if kind == "annex":
        return compose_annex.annex(advice, pack, language, originals)
    return compose_advice(advice, pack, language, explain=explain, originals=originals)
