"""The conversation: ask, record, save, point out tensions, review, give the advice, and what may follow it."""

from dataclasses import replace

from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.saying import say_answer
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.interview import wording
from zjtx_cli.interview.asking import answer_to, explain, figure_hint, prompt_for, say_notes, with_notes
from zjtx_cli.interview.flow import answers_in, next_question, progress, question_before, reconciled, say
from zjtx_cli.interview.heads import HEADS, head_answer, head_prompt, head_text, with_head
from zjtx_cli.interview.keeping import Keeping
from zjtx_cli.interview.notes import ask_notes
from zjtx_cli.interview.prompts import Asker, Key, Reply, Tone, Written
from zjtx_cli.interview.review import review_prompt, reviewed_tensions
from zjtx_cli.model.answers import UNKNOWN, WITHHELD, Answer, Case
from zjtx_cli.model.condition import truth
from zjtx_cli.model.history import Draft, Said
from zjtx_cli.model.question import Question, Tension
from zjtx_cli.text import Language, Text

_ASIDE = Tone.ASIDE


class Interview:
    """One interview. All that it holds is the draft; everything else is found by replaying its record."""

    def __init__(self, tables: Tables, asker: Asker, language: Language, keeping: Keeping, draft: Draft) -> None:
        self._tables, self._pack, self._asker, self._language = tables, tables.pack, asker, language
        self._keeping, self._draft = keeping, draft
        self._section = ""

    @property
    def case(self) -> Case:
        return self._draft.case

    def talk(self, at: str | None = None) -> None:
        """From the first open question (or from one step) until the review is left."""
        while True:
            step = at or self._first_open()
            if step is None:
                at = self.review()
                if at is None and self._first_open() is None:
                    return
            else:
                at = self._head(step) if step in HEADS else self._question(step)

    def review(self) -> str | None:
        """All answers; the step that is to be changed, or None."""
        self._section = ""
        for tension in reviewed_tensions(self._pack, self.case.answers):
            self._say(wording.TENSION.format(say=tension.say), Tone.NOTICE)
        away = replay(self._pack.questions, self.case.answers).set_aside
        if away:
            self._say(wording.REVIEW_AWAY.format(count=len(away)))
        self._say(wording.REVIEW, Tone.SECTION)
        done = wording.REVIEW_GO_ON if self._first_open() else wording.REVIEW_DONE
        reply = self._asker.ask(review_prompt(self._pack, self.case, self._language, done))
        if isinstance(reply, Key):
            return self._step_before(None)
        assert not isinstance(reply, Written)
        return reply.rows[0] if reply.rows[0] != "done" else None

    def try_other(self, step: str) -> Case | None:
        """The case with another answer to one question, kept nowhere; None where it was left."""
        question = self._pack.questions[step]
        self._say(question.text, Tone.QUESTION)
        reply = self._asker.ask(prompt_for(question, self.case.answers.get(step), self._pack, self._language, (Key.BACK,)))
        if isinstance(reply, Key):
            return None
        answer = self._answer(question, reply, self.case.answers.get(step))
        self._say(wording.ANSWERED.format(answer=say_answer(question, answer)), Tone.ANSWER)
        return self.case.with_answer(step, answer)

    # one step

    def _head(self, step: str) -> str | None:
        self._section = ""
        self._say(head_text(step), Tone.QUESTION)
        while True:
            reply = self._asker.ask(head_prompt(step, self.case, self._language))
            if not isinstance(reply, Key):
                break
            if (before := self._step_before(step)) is not None:
                return before
        case = with_head(self.case, step, reply, self._language)
        self._say(wording.ANSWERED.format(answer=head_answer(step, case)), Tone.ANSWER)
        self._keep(Draft(case, self._draft.record))
        following = HEADS.index(step) + 1
        return HEADS[following] if not self._draft.record and following < len(HEADS) else None

    def _question(self, step: str) -> str | None:
        """Ask one question. The step to go to from here, or None: the first open one."""
        question, former = self._pack.questions[step], self.case.answers.get(step)
        self._announce(question)
        notes = former or UNKNOWN
        while True:
            reply = self._asker.ask(prompt_for(question, former, self._pack, self._language))
            if reply is Key.BACK:
                if (before := self._step_before(step)) is not None:
                    return before
            elif reply is Key.HELP:
                for line in explain(self._tables, self.case, question):
                    self._say(line)
            elif reply is Key.REVIEW:
                return self.review() or step
            elif reply is Key.NOTES:
                notes = ask_notes(self._asker, notes, self._language)
                if notes == WITHHELD:
                    return self._take(question, WITHHELD, former, "")
                self._announce(question)
                if say_notes(notes).zh:
                    self._say(wording.NOTED_FOR.format(notes=say_notes(notes)))
            elif not isinstance(reply, Key):
                answer = with_notes(self._answer(question, reply, former), notes)
                return self._take(question, answer, former, reply.text if isinstance(reply, Written) else "")

    def _take(self, question: Question, answer: Answer, former: Answer | None, written: str) -> None:
        """Record and save an answer, read it back, and say what follows from it."""
        before = self.case.answers
        record = say(self._pack.questions, self._draft.record, Said(question.id, answer, self._language.value))
        self._keep(self._with_record(record))
        self._say(self._read_back(question, answer, former, written), Tone.ANSWER)
        if answer == WITHHELD and former not in (None, WITHHELD, UNKNOWN):
            self._say(wording.ERASED)
        self._tell_consequences(before)

    def _tell_consequences(self, before: dict[str, Answer] | object) -> None:
        assert isinstance(before, dict)
        questions, now = self._pack.questions, self.case.answers
        was, path = replay(questions, before), replay(questions, now)
        away = [one for one in path.set_aside if one not in was.set_aside]
        back = [one for one in was.set_aside if one in path.asked and one in now]
        if away:
            self._say(wording.SET_ASIDE.format(count=len(away)))
        if back:
            self._say(wording.BROUGHT_BACK.format(count=len(back)))
        fresh = [one for one in self._tensions(now) if one not in self._tensions(before)]
        for tension in fresh:
            self._say(wording.TENSION.format(say=tension.say), Tone.NOTICE)
        if fresh:
            self._say(wording.TENSION_HINT.format(back=self._asker.back_key))

    # words

    def _announce(self, question: Question) -> None:
        if question.section != self._section:
            self._section = question.section
            title = next(one.title for one in self._pack.sections if one.id == question.section)
            self._say(wording.SECTION.format(title=title), Tone.SECTION)
        at = progress(self._pack.questions, self.case.answers, question.id)
        position = (wording.POSITION if at.certain else wording.POSITION_ABOUT).format(number=at.number, total=at.total)
        self._say(position)
        self._say(question.text, Tone.QUESTION)
        if question.kind == "number":
            self._say(figure_hint(question))
        former = self.case.answers.get(question.id)
        if former is not None:
            said = say_answer(question, former)
            self._say(wording.FORMER.format(answer=_joined(said, say_notes(former))))

    def _read_back(self, question: Question, answer: Answer, former: Answer | None, written: str) -> Text:
        said = _joined(say_answer(question, answer), say_notes(answer))
        if answer == former:
            return wording.UNCHANGED.format(answer=said)
        plain = say_answer(question, replace(answer)).zh.replace(" ", "")
        if isinstance(answer.value, float) and written and not plain.startswith(written.replace(" ", "")):
            return wording.READ_AS.format(written=written, answer=said)
        return wording.ANSWERED.format(answer=said)

    def _say(self, text: Text, tone: Tone = _ASIDE) -> None:
        self._asker.say(text.to(self._language), tone)

    # what is known

    def _first_open(self) -> str | None:
        if not self.case.city:
            return HEADS[0]
        return next_question(self._pack.questions, self.case.answers)

    def _step_before(self, step: str | None) -> str | None:
        """One step back, said aloud; None (and said) where there is none."""
        if step in HEADS:
            before = HEADS[HEADS.index(step) - 1] if step != HEADS[0] else None
        else:
            before = question_before(self._pack.questions, self.case.answers, step) or HEADS[-1]
        self._say(wording.WENT_BACK if before else wording.AT_START)
        return before

    def _tensions(self, answers: dict[str, Answer]) -> list[Tension]:
        states = replay(self._pack.questions, answers).states
        return [one for one in self._pack.tensions if truth(one.when, states)]

    def _answer(self, question: Question, reply: Reply, former: Answer | None) -> Answer:
        if isinstance(reply, Written) and not reply.text:
            assert former is not None  # an empty line is taken only where it keeps an answer
            return former
        answer = answer_to(question, reply, self._pack)
        assert isinstance(answer, Answer)  # the prompt has refused everything else
        return answer

    # the draft

    def _with_record(self, record: tuple[Said, ...]) -> Draft:
        given = answers_in(record)
        answers = {question: given[question] for question in self._pack.questions if question in given}
        return Draft(replace(self.case, answers=answers), record)

    def _keep(self, draft: Draft) -> None:
        self._draft = draft
        self._keeping.keep(draft)
