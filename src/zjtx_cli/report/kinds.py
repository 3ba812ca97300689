"""The papers that one advice can become, by name."""

from collections.abc import Callable

from zjtx_cli.model.advice import Advice
from zjtx_cli.model.pack import Pack
from zjtx_cli.report import compose_annex, compose_papers
from zjtx_cli.report.compose_advice import compose_advice
from zjtx_cli.report.document import Document
from zjtx_cli.text import Language

Compose = Callable[[Advice, Pack, Language], Document]

KINDS: dict[str, Compose] = {
    "full": compose_advice,
    "briefing": compose_papers.briefing,
    "study": compose_papers.study,
    "note": compose_papers.note,
    "annex": compose_annex.annex,
}


def compose(kind: str, advice: Advice, pack: Pack, language: Language, *, explain: bool = False) -> Document:
    """The paper of this kind; `explain` adds the arithmetic to the full one, and the annex has it always."""
    if kind == "full":
        return compose_advice(advice, pack, language, explain=explain)
    return KINDS[kind](advice, pack, language)
