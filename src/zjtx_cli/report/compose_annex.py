"""技术附件: everything that the advice rests on, for those who check it, with hashes and how to verify."""

import hashlib
import json
from collections.abc import Mapping

from zjtx_cli import __version__
from zjtx_cli.model.advice import Advice, Judgement
from zjtx_cli.model.pack import Pack
from zjtx_cli.report import compose_advice, to_json, wording
from zjtx_cli.report import wording_papers_official as papers
from zjtx_cli.report import wording_plan as plan_words
from zjtx_cli.report.document import Callout, Document, Fact, Facts, Numbered, Paragraph, Section
from zjtx_cli.report.official import trades
from zjtx_cli.report.telling import Teller, numbered
from zjtx_cli.text import Language


def annex(advice: Advice, pack: Pack, language: Language, originals: Mapping[str, Judgement] | None = None) -> Document:
    t = Teller(pack, language, advice.as_of)
    whole = compose_advice.sections(advice, t, explain=True, originals=originals)
    first, *rest = whole
    noted = Section(first.title, (Callout("note", t(papers.ANNEX_FOR), t(papers.ANNEX_NOTE)), *first.blocks))
    chapters = numbered((noted, *rest, _verify(advice, pack, t)), t)
    title = t(papers.ANNEX_TITLE, city=advice.city, what=trades(advice, t))
    under, contents = compose_advice.subtitle(advice, t), t(wording.CONTENTS)
    return Document(title, under, language, chapters, contents, kind="annex", date=advice.as_of)


def _verify(advice: Advice, pack: Pack, t: Teller) -> Section:
    """What to run and which figures must come out: the record is the JSON advice, to the last byte."""
    record = to_json.render(advice, pack)
    if not record.endswith("\n"):
        record += "\n"
    given = json.loads(record)
    parts = given.get("industries") or [given]
    answers = json.dumps([part["answers"] for part in parts], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    name, version, sha256 = advice.pack
    facts = (
        Fact(t(papers.RECORD_HASH), (_sha256(record),)),
        Fact(t(papers.ANSWERS_HASH), (_sha256(answers),)),
        Fact(t(plan_words.PACK), (f"{name} {version}",)),
        Fact(t(plan_words.PACK_HASH), (sha256,)),
        Fact(t(plan_words.TOOL), (f"zjtx {__version__}",)),
    )
    options = papers.VERIFY_ROBUST if advice.first.robustness is not None else papers.VERIFY_QUICK
    steps = tuple(t(step, as_of=advice.as_of, options=t(options)) for step in papers.VERIFY_STEPS)
    return Section(t(papers.VERIFY), (Numbered(steps), Paragraph(t(papers.PLAIN_RUN)), Facts(facts)))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
