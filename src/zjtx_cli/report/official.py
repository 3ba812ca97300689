"""What official papers tell of an advice: which work is near, until when, what it shows, what may go wrong, what is held back."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from zjtx_cli.model.advice import Advice, Judgement, LeftOut, Match, Planned
from zjtx_cli.model.answers import Mark
from zjtx_cli.model.pack import LEVELS
from zjtx_cli.model.playbook import Kpi, Playbook
from zjtx_cli.model.question import Question
from zjtx_cli.report import wording
from zjtx_cli.report import wording_official as words
from zjtx_cli.report.citing import Citations
from zjtx_cli.report.compose_first import considered
from zjtx_cli.report.compose_measure import decided_here
from zjtx_cli.report.document import Block, Numbered, Paragraph, Words
from zjtx_cli.report.open_points import open_points
from zjtx_cli.report.telling import Teller
from zjtx_cli.text import Text

_MONTHS = re.compile(r"\d+")
_VALUE = {
    "zh": re.compile(r"([^；（]{1,14})（(?:判断值|法定要求)"),
    "en": re.compile(r"([^;(]{1,40}?) \((?:judgement|required by law)"),
}
_SUBJECTS = {
    "debt": ("债", "担保", "回购", "融资", "还不上"),
    "petitions": ("信访", "安置", "收益分配", "去向", "关系", "关掉", "挤走", "反感", "收款", "保密", "泄", "外传"),
    "safety": ("安全", "消防", "污染", "违法生产", "环保", "火灾"),
    "audit": (
        "审查",
        "审计",
        "国资",
        "竞争",
        "补贴",
        "资金",
        "材料",
        "编项目",
        "本地",
        "公开",
        "买单",
        "财政",
        "充数",
        "虚",
        "签约",
    ),
}
_AGAIN = {"recommended": 12, "conditional": 12, "undecided": 6, "none": 12}  # months
_ABOUT_A_SOURCE = re.compile("文章")


@dataclass(frozen=True, slots=True)
class Room:
    """How much of each thing a paper has room for; a paper is composed again with less until it keeps its length."""

    answers: int  # of the reported situation
    causes: int
    actions: int  # told one by one under each heading
    steps: int  # of each action
    tools: int
    risks: int  # under each subject
    peers: int
    data: int
    partners: int
    seen: int  # what shows success, of each measure


@dataclass(frozen=True, slots=True)
class Matter:
    """An advice as an official paper sees it."""

    advice: Advice
    t: Teller
    room: Room
    citations: Citations

    @property
    def judgement(self) -> Judgement:
        """The trade that the paper is about first."""
        return self.advice.first

    @property
    def leading(self) -> Match:
        return leading(self.judgement)

    @property
    def course(self) -> str:
        return course(self.judgement)

    def is_the_case(self, playbook: Playbook) -> bool:
        """Whether the model was written from this very city, which then has nothing to borrow from it."""
        name = self.advice.city.rstrip("省市县区")
        return len(name) > 1 and name in playbook.case.zh

    def is_absent(self, group: str) -> bool:
        """Whether a kind of firm is known to be hardly here, in any of the trades."""
        found = [one.present for judgement in self.advice.judgements for one in judgement.groups if one.group == group]
        return bool(found) and all(one is False for one in found)

    def title(self, one: Planned) -> str:
        """A measure's title; where there are several trades, also whose it is."""
        title = self.t(one.measure.title)
        several = len(self.advice.judgements) > 1 and one.industry
        return title + self.t(wording.IN_BRACKETS, inner=one.industry) if several else title

    def near(self) -> tuple[Planned, ...]:
        """What this level can begin at once."""
        return tuple(one for one in self.advice.plan if self._is_near(one))

    def coordinated(self) -> tuple[Planned, ...]:
        return tuple(one for one in self.advice.plan if not self._is_near(one))

    def deadline(self, one: Planned) -> str:
        return self.t(words.BY_MONTH, month=self.t.month(self.due(one)))

    def due(self, one: Planned) -> str:
        """The month (YYYY-MM) in which the phase of a measure ends."""
        phase = next(phase for phase in self.t.pack.phases if phase.id == one.measure.phase)
        return later(self.advice.as_of, max(map(int, _MONTHS.findall(phase.title.zh)), default=12))

    def again(self) -> str:
        """The month (YYYY-MM) in which the matter should be looked at again."""
        return later(self.advice.as_of, _AGAIN[self.course])

    def year_end(self) -> str:
        """The year by whose end something should be seen: this one, or from July on the next."""
        year, _, month = self.advice.as_of.partition("-")
        return str(int(year) + (int(month) > 6))

    def seen_by_year_end(self) -> list[str]:
        december = f"{self.year_end()}-12"
        due = [one for one in self.advice.plan if self.due(one) <= december]
        due.sort(key=lambda one: one.playbook != self.leading.playbook)
        return [seen(one.measure.kpis[0], self.t) for one in due if one.measure.kpis]

    def asks(self) -> list[str]:
        """What has to be asked of the higher level: for the first choice before others."""
        order = sorted(self.advice.plan, key=lambda one: one.playbook != self.leading.playbook)
        wanted = (one.measure for one in order)
        texts = (
            one.ask_above for one in wanted if one.ask_above is not None and not decided_here(one, self.advice.level)
        )
        return list(dict.fromkeys(self.t.sentence(self.t(one)) for one in texts))

    def office_in_charge(self) -> str:
        """The office that leads most of the plan."""
        leads = [one.measure.lead for one in self.advice.plan] or [
            self.t.pack.questions[one.question].office for one in open_points(self.judgement, self.t.pack)
        ]
        ranked = sorted(dict.fromkeys(leads), key=lambda one: (-leads.count(one), leads.index(one)))
        return ranked[0] if ranked else next(iter(self.t.pack.offices))

    def offices(self) -> list[str]:
        """Every office that leads or takes part, the one in charge first; where nothing is planned, those that have the figures."""
        parts = [office for one in self.advice.plan for office in (one.measure.lead, *one.measure.partners)]
        return list(dict.fromkeys((self.office_in_charge(), *(parts or (one.office for one in self.open_questions())))))

    def procedures(self) -> list[str]:
        used = dict.fromkeys(name for one in self.advice.plan for name in one.measure.procedures)
        return [self.t(self.t.pack.procedures[one].title) for one in used]

    def models(self) -> tuple[Match, ...]:
        """The models considered, or where there is none the nearest; each once, the leading one first."""
        found = [
            *map(leading, self.advice.judgements),
            *(one for judgement in self.advice.judgements for one in considered(judgement)),
        ]
        return tuple({one.playbook: one for one in found}.values())

    def barred_models(self) -> tuple[Match, ...]:
        kept = {one.playbook for judgement in self.advice.judgements for one in considered(judgement)}
        found = (one for judgement in self.advice.judgements for one in judgement.ranking if one.playbook not in kept)
        return tuple({one.playbook: one for one in found}.values())

    def held_back(self) -> dict[str, list[LeftOut]]:
        """What is not to be started, by its kind; a double is done with another measure, so it is not held back."""
        found: dict[str, list[LeftOut]] = {kind: [] for kind in words.LEFT_OUT}
        for one in self.advice.left_out:
            if one.kind in found:
                found[one.kind].append(one)
        return {kind: held for kind, held in found.items() if held}

    def open_questions(self) -> list[Question]:
        """What is worth finding out, most first; what may not be written down is nobody's business."""
        found: dict[str, Question] = {}
        for judgement in self.advice.judgements:
            for one in open_points(judgement, self.t.pack):
                answer = judgement.answers.get(one.question)
                if answer is None or answer.value is not Mark.WITHHELD:
                    found.setdefault(one.question, self.t.pack.questions[one.question])
        return list(found.values())

    def risks(self) -> dict[str, list[str]]:
        """What may go wrong, by the subject that a leader asks about; what is said of the sources stands in the annex.

        Where a subject has risks in the wording of papers, those written for the terminal are left to the annex.
        """
        found: dict[str, list[Text]] = {subject: [] for subject in words.RISKS}
        order = sorted(self.advice.plan, key=lambda one: one.playbook != self.leading.playbook)
        for text in (text for one in order for text in one.measure.risks):
            about = text.zh.replace("担保密", "保密")  # to bear a duty of secrecy is no guarantee
            subject = next((name for name, marks in _SUBJECTS.items() if any(map(about.__contains__, marks))), None)
            if subject and not _ABOUT_A_SOURCE.search(text.official_zh or text.zh):
                found[subject].append(text)
        return {subject: self._in_papers(texts) for subject, texts in found.items()}

    def _in_papers(self, texts: list[Text]) -> list[str]:
        formal = [one for one in texts if one.official_zh]
        return list(dict.fromkeys(map(self.t.gist, formal or texts)))

    def _is_near(self, one: Planned) -> bool:
        first = self.t.pack.phases[0].id
        own = one.measure.authority in LEVELS[: LEVELS.index(self.advice.level) + 1]
        return one.measure.phase == first and own


def counted(items: Iterable[Words]) -> tuple[Block, ...]:
    """Items that are counted; a lone one is a paragraph, because nobody counts to one."""
    listed = tuple(items)
    return (Numbered(listed),) if len(listed) > 1 else tuple(map(Paragraph, listed))


def led(lead: str, items: Iterable[str]) -> tuple[Block, ...]:
    """What is counted under its lead, or the lone one behind it."""
    listed = tuple(items)
    return (
        (Paragraph(lead.rstrip()), Numbered(listed))
        if len(listed) > 1
        else tuple(Paragraph(lead + one) for one in listed)
    )


def leading(judgement: Judgement) -> Match:
    """The model that comes first, or where none does the nearest."""
    return judgement.match(judgement.verdict.first) if judgement.verdict.first else judgement.ranking[0]


def course(judgement: Judgement) -> str:
    """recommended, conditional, undecided or none."""
    status = judgement.verdict.status
    return leading(judgement).strength if status == "recommended" else status


def trades(advice: Advice, t: Teller) -> str:
    """The trades that a paper is about, or the firms where no trade is named."""
    named = [one.case.industry for one in advice.judgements if one.case.industry]
    return t(words.TRADE, industry=t.enumerated(named)) if named else t(words.FIRMS)


def later(month: str, months: int) -> str:
    """A month (YYYY-MM), so many months on."""
    year, _, number = month.partition("-")
    years, rest = divmod(int(number) - 1 + months, 12)
    return f"{int(year) + years}-{rest + 1:02}"


def seen(kpi: Kpi, t: Teller) -> str:
    """What shows success, with its value where one is set here; values of other places are no targets."""
    text = t(kpi.text)
    found = _VALUE[t.language].match(t(kpi.benchmark)) if kpi.benchmark else None
    if not found:
        return text
    value = found[1]
    return t(words.SEEN_VALUE, text=text, value=value[:1].lower() + value[1:])


def some(parts: Iterable[str], most: int, t: Teller) -> str:
    """The first few of an enumeration, and how many there are in all."""
    listed = list(parts)
    shown = t.enumerated(listed[:most])
    return shown if len(listed) <= most else t(words.COUNTED, which=shown, count=len(listed))
