"""From an advice to a paper: what is said, and in which order."""

from collections.abc import Mapping

from zjtx_cli.model.advice import Advice, Judgement
from zjtx_cli.model.pack import Pack
from zjtx_cli.report import (
    compose_evidence,
    compose_figures,
    compose_models,
    compose_places,
    compose_plan,
    compose_robustness,
    compose_trust,
    wording,
)
from zjtx_cli.report.compose_first import considered, first_screen
from zjtx_cli.report.document import Document, Section
from zjtx_cli.report.telling import Teller, numbered
from zjtx_cli.text import Language


def compose_advice(
    advice: Advice,
    pack: Pack,
    language: Language,
    *,
    explain: bool = False,
    screen: str = "all",
    originals: Mapping[str, Judgement] | None = None,
) -> Document:
    """The advice as a paper. `screen="first"` gives the first screen alone; `explain` adds the arithmetic.

    `originals` are, by playbook, the judged cases that the models were written from; where they are given, the city is
    shown beside them.
    """
    t = Teller(pack, language, advice.as_of, advice.level)
    told = sections(advice, t, explain=explain, originals=originals) if screen == "all" else (first_screen(advice, t),)
    shown = numbered(told, t) if screen == "all" else told
    title, contents = _title(advice, t), t(wording.CONTENTS)
    return Document(title, subtitle(advice, t), language, shown, contents, kind="full", date=advice.as_of)


def sections(
    advice: Advice, t: Teller, *, explain: bool, originals: Mapping[str, Judgement] | None = None
) -> tuple[Section, ...]:
    """The chapters, not yet numbered: the first screen, then all that it rests on."""
    return (first_screen(advice, t), *_sections(advice, t, explain=explain, originals=originals or {}))


def subtitle(advice: Advice, t: Teller) -> str:
    level, month = wording.CITY_LEVELS[advice.level], t.month(advice.as_of)
    return t(wording.SUBTITLE if advice.as_of_given else wording.SUBTITLE_NO_DATE, level=level, month=month)


def _title(advice: Advice, t: Teller) -> str:
    industries = [one.case.industry for one in advice.judgements if one.case.industry]
    if not industries:
        return t(wording.TITLE_PLAIN, city=advice.city)
    return t(wording.TITLE, city=advice.city, industry=t.enumerated(industries))


def _sections(advice: Advice, t: Teller, *, explain: bool, originals: Mapping[str, Judgement]) -> tuple[Section, ...]:
    """All that follows the first screen. Several trades have a part each, and one plan."""
    judged = tuple(_of_trade(one, advice, t, explain=explain, originals=originals) for one in advice.judgements)
    parts = judged[0].blocks if len(judged) == 1 else judged
    models = _told(advice)
    sections = (
        *(part for part in parts if isinstance(part, Section)),
        *compose_trust.conflicts(advice, t),
        compose_plan.plan(advice, t),
        *compose_plan.instruments(advice, t),
        compose_plan.left_out(advice, t),
        *compose_plan.stop_rules(models, t),
        compose_evidence.other_side(models, t),
        compose_evidence.doing_nothing(advice, t),
        *compose_evidence.cautions(t),
    )
    arithmetic = (compose_figures.figures(advice, t),) if explain else ()
    evidence = compose_evidence.evidence(sections, t)
    return (*sections, *evidence, *arithmetic, compose_evidence.how_to_repeat(advice, t))


def _of_trade(
    judgement: Judgement, advice: Advice, t: Teller, *, explain: bool, originals: Mapping[str, Judgement]
) -> Section:
    title = judgement.case.industry or advice.city
    return Section(
        title,
        (
            compose_models.groups_of_firms(judgement, t),
            compose_models.ranking(judgement, t, explain=explain, originals=originals),
            # Where it is computed how well the advice holds, what is not known is told there.
            *((compose_trust.unknowns(judgement, t),) if judgement.robustness is None else ()),
            compose_trust.trust(judgement, t),
            *compose_robustness.robustness(judgement, t, explain=explain),
            *compose_places.places(judgement, t),
        ),
    )


def _told(advice: Advice) -> tuple[str, ...]:
    """The models whose cases are told to the end: those considered, or where there is none, the nearest one."""
    models = [one.playbook for judgement in advice.judgements for one in considered(judgement)]
    return tuple(dict.fromkeys(models or [advice.first.ranking[0].playbook]))
