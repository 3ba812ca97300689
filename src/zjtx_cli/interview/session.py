"""The conversation: ask, record, save, point out tensions, review, give the advice, and what may follow it."""

from collections.abc import Mapping

from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.saying import say_answer
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.errors import CannotAccess
from zjtx_cli.files.drafts import DraftFile
from zjtx_cli.interview import wording
from zjtx_cli.interview.asking import (
    answer_to,
    explain,
    figure_hint,
    prompt_for,
    say_notes,
    say_taken,
    say_with_notes,
    with_notes,
)
from zjtx_cli.interview.flow import (
    answers_in,
    next_question,
    order_said,
    progress,
    question_before,
    reconciled,
    said_before,
    say,
)
from zjtx_cli.interview.heads import HEADS, head_answer, head_prompt, head_text, with_head
from zjtx_cli.interview.notes import ask_notes
from zjtx_cli.interview.prompts import Asker, Chosen, Key, Prompt, Reply, Row, Tone, Written
from zjtx_cli.interview.quick import STOP, Quick, offer_to_stop
from zjtx_cli.interview.review import DONE, review_prompt, tensions
from zjtx_cli.model.answers import UNKNOWN, WITHHELD, Answer, Case
from zjtx_cli.model.history import Draft, Record, Said
from zjtx_cli.model.question import Question
from zjtx_cli.text import Language, Text


class Interview:
    """One interview. All that it holds is the draft; everything else is found by replaying its record."""

    def __init__(
        self,
        tables: Tables,
        asker: Asker,
        language: Language,
        file: DraftFile,
        draft: Draft,
        *,
        quick: bool = False,
    ) -> None:
        self._quick = Quick(tables) if quick else None
        self._tables, self._pack, self._asker, self._language = tables, tables.pack, asker, language
        self._file, self._section = file, ""
        record = reconciled(tables.pack.questions, draft.record, draft.case.answers)
        self._draft = self._with_record(draft.case, record)

    @property
    def case(self) -> Case:
        return self._draft.case

    @property
    def record(self) -> Record:
        return self._draft.record

    def greet(self, command: str, leave_key: str) -> None:
        """Say what this will be, or where it stands; `command` is the way to go on after leaving."""
        if self.case.city:
            self._say(wording.RESUMED.format(city=self.case.city, count=len(self.case.answers)))
        else:
            total = progress(self._pack.questions, {}, next(iter(self._pack.questions))).total
            self._say(wording.WELCOME.format(total=total, minutes=(total + 1) // 2))
        if self._quick is not None:
            self._say(wording.WELCOME_QUICK)
            self._quick.prepare(self.case)
        self._say(wording.LEAVING.format(key=leave_key, command=command))

    def talk(self, at: str | None = None) -> None:
        """From the first open question (or from one step) until the review is left."""
        if at is None and self.case.city and not self.case.answers:
            at = HEADS[1]  # left before the first question: the trade and the level may not have been asked
        while True:
            step = at or self._first_open()
            if step is None:
                at = self.review()
                if at is None:
                    return
            elif step == STOP:
                at = self._offer_to_stop()
            else:
                at = self._head(step) if step in HEADS else self._question(step)

    def review(self) -> str | None:
        """All answers; the step that is to be changed, or None."""
        self._section = ""
        for tension in tensions(self._pack, self.case.answers):
            self._say(wording.TENSION.format(say=tension.say), Tone.NOTICE)
        away = replay(self._pack.questions, self.case.answers).set_aside
        if away:
            self._say(wording.REVIEW_AWAY.format(count=len(away)))
        self._say(wording.REVIEW, Tone.SECTION)
        done = wording.REVIEW_GO_ON if self._first_open() else wording.REVIEW_DONE
        prompt = review_prompt(self._pack, self.case, self._language, done)
        reply = self._asker.ask(prompt)
        if isinstance(reply, Key):
            return None if self._first_open() else self._step_before(None)
        label = next(row.label for row in prompt.rows if row.id == _row(reply))
        self._asker.say(wording.ANSWERED.format(answer=label).to(self._language), Tone.ANSWER)
        return _row(reply) if _row(reply) != DONE else None

    def try_other(self, step: str) -> Case | None:
        """The case with another answer to one question, kept nowhere; None where it was left."""
        question = self._pack.questions[step]
        self._say(question.text, Tone.QUESTION)
        reply = self._asker.ask(
            prompt_for(question, self.case.answers.get(step), self._pack, self._language, (Key.BACK,))
        )
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
        self._take_in_changes()
        case = with_head(self.case, step, reply, self._language)
        self._say(wording.ANSWERED.format(answer=head_answer(step, case)), Tone.ANSWER)
        self._save(Draft(case, self._draft.record))
        following = HEADS.index(step) + 1
        return HEADS[following] if not self._draft.record and following < len(HEADS) else None

    def _offer_to_stop(self) -> str | None:
        """Nothing that is left can change the advice: stop here, or go on."""
        assert self._quick is not None
        self._section = ""
        reply = offer_to_stop(self._asker, self._quick.open_questions(self.case), self._language)
        if reply is Key.BACK:
            return self._step_before(STOP)
        if reply is Key.REVIEW:
            return self.review()
        self._quick.choose(stop=reply is True)
        return None

    def _question(self, step: str) -> str | None:
        """Ask one question. The step to go to from here, or None: the first open one."""
        question, former = self._pack.questions[step], self.case.answers.get(step)
        notes: Answer | None = None
        self._announce(question)
        while True:
            reply = self._asker.ask(prompt_for(question, former, self._pack, self._language))
            match reply:
                case Key.BACK:
                    if (before := self._step_before(step)) is not None:
                        return before
                case Key.REVIEW:
                    return self.review() or step
                case Key.HELP:
                    for line in explain(self._tables, self.case, question):
                        self._say(line)
                case Key.NOTES:
                    notes = self._ask_notes(question, notes or former or UNKNOWN)
                    if notes == WITHHELD:
                        self._take(question, WITHHELD, former, "")
                        return None
                case Chosen() | Written():
                    answer = self._answer(question, reply, former)
                    same_value = former is not None and former.value == answer.value
                    answer = with_notes(answer, notes or (former if same_value else None) or UNKNOWN)
                    self._take(question, answer, former, reply.text if isinstance(reply, Written) else "")
                    return None

    def _ask_notes(self, question: Question, notes: Answer) -> Answer:
        notes = ask_notes(self._asker, notes, self._language)
        if notes != WITHHELD:
            self._announce(question)
            if say_notes(notes).zh:
                self._say(wording.NOTED_FOR.format(notes=say_notes(notes)))
        return notes

    def _take(self, question: Question, answer: Answer, former: Answer | None, written: str) -> None:
        """Record and save an answer, read it back, and say what follows from it."""
        self._take_in_changes()
        before = self.case.answers
        record = say(self._pack.questions, self._draft.record, Said(question.id, answer, self._language.value))
        self._save(self._with_record(self.case, record))
        self._say(say_taken(question, answer, former, written), Tone.ANSWER)
        if answer == WITHHELD and former not in (None, WITHHELD, UNKNOWN):
            self._say(wording.ERASED)
        elif former is not None and say_notes(former).zh and not say_notes(answer).zh:
            self._say(wording.NOTES_DROPPED)
        self._tell_consequences(before)

    def _tell_consequences(self, before: Mapping[str, Answer]) -> None:
        questions, now = self._pack.questions, self.case.answers
        was, path = replay(questions, before), replay(questions, now)
        away = [one for one in path.set_aside if one not in was.set_aside]
        back = [one for one in was.set_aside if one in path.asked and one in now]
        if away:
            self._say(wording.SET_ASIDE.format(count=len(away)))
        if back:
            self._say(wording.BROUGHT_BACK.format(count=len(back)))
        known = tensions(self._pack, before)
        fresh = [one for one in tensions(self._pack, now) if one not in known]
        for tension in fresh:
            self._say(wording.TENSION.format(say=tension.say), Tone.NOTICE)
        if fresh:
            self._say(wording.TENSION_HINT.format(back=self._asker.back_key))

    # words

    def _announce(self, question: Question) -> None:
        tone = Tone.STEP
        if question.section != self._section:
            tone = Tone.ASIDE
            self._section = question.section
            title = next(one.title for one in self._pack.sections if one.id == question.section)
            self._say(wording.SECTION.format(title=title), Tone.SECTION)
        order = None if self._quick is None else order_said(self._pack.questions, self._draft.record)
        at = progress(self._pack.questions, self.case.answers, question.id, order)
        position = wording.POSITION if at.certain else wording.POSITION_ABOUT
        if self._quick is not None:
            position = wording.POSITION_MOST
        self._say(position.format(number=at.number, total=at.total), tone)
        self._say(question.text, Tone.QUESTION)
        if question.kind == "number":
            self._say(figure_hint(question))
        former = self.case.answers.get(question.id)
        if former is not None:
            self._say(wording.FORMER.format(answer=say_with_notes(question, former)))

    def _say(self, text: Text, tone: Tone = Tone.ASIDE) -> None:
        self._asker.say(self._words(text), tone)

    def _words(self, text: Text) -> str:
        return text.to(self._language)

    # what is known

    def _first_open(self) -> str | None:
        if not self.case.city:
            return HEADS[0]
        if self._quick is not None:
            return self._quick.next_step(self.case)
        return next_question(self._pack.questions, self.case.answers)

    def _step_before(self, step: str | None) -> str | None:
        """One step back, said aloud; None (and said) where there is none."""
        if step in HEADS:
            before = HEADS[HEADS.index(step) - 1] if step != HEADS[0] else None
        else:
            before = self._question_before(step) or HEADS[-1]
        self._say(wording.WENT_BACK if before else wording.AT_START)
        return before

    def _question_before(self, step: str | None) -> str | None:
        if self._quick is not None:
            return said_before(self._pack.questions, self._draft.record, step)
        return question_before(self._pack.questions, self.case.answers, step)

    def _answer(self, question: Question, reply: Reply, former: Answer | None) -> Answer:
        if isinstance(reply, Written) and not reply.text:
            assert former is not None  # an empty line is taken only where it keeps an answer
            return former
        answer = answer_to(question, reply, self._pack)
        assert isinstance(answer, Answer)  # the prompt has refused everything else
        return answer

    # the draft

    def _with_record(self, case: Case, record: Record) -> Draft:
        given = answers_in(record)
        answers = {question: given[question] for question in self._pack.questions if question in given}
        return Draft(case._replace(answers=answers), record)

    def _take_in_changes(self) -> None:
        """What somebody has changed in the file meanwhile is read in before the next answer is saved over it."""
        found, old = self._file.changed(), self._file.path
        if isinstance(found, Draft):
            record = reconciled(self._pack.questions, self._draft.record, found.case.answers)
            self._draft = self._with_record(found.case, record)
            self._say(wording.CHANGED_BY_HAND, Tone.NOTICE)
        elif found is not None:
            new = self._file.move_aside(self.case.city)
            self._say(wording.MOVED_ASIDE.format(old=old, new=new), Tone.NOTICE)

    def _save(self, draft: Draft) -> None:
        self._draft, first_time = draft, self._file.path is None
        while True:
            try:
                self._file.write(draft)
                break
            except CannotAccess as error:
                self._say(wording.CANNOT_SAVE.format(why=error.message), Tone.NOTICE)
                rows = (Row("again", self._words(wording.TRY_AGAIN)), Row("leave", self._words(wording.GIVE_UP)))
                if self._asker.ask(Prompt(rows)) == Chosen(("leave",)):
                    raise
        if first_time:
            self._say(wording.SAVING.format(path=self._file.path))


def _row(reply: Reply) -> str:
    assert isinstance(reply, Chosen)  # there was no line to write on
    return reply.rows[0]
