"""What stands behind `zjtx interview`: the terminal, the draft to go on with, signals, and what the end may show."""

import contextlib
import errno
import os
import shlex
import sys
import time
from pathlib import Path

import typer

from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.cli import show
from zjtx_cli.cli.interruptions import Hearing, ended_by_signals
from zjtx_cli.cli.interview_end import lent_by
from zjtx_cli.cli.settings import Settings
from zjtx_cli.errors import AnswersMissing, ExitCode, InvalidContent, WrongUsage
from zjtx_cli.files import drafts
from zjtx_cli.interview.ending import finish
from zjtx_cli.interview.plain import Plain
from zjtx_cli.interview.prompts import Asker, Chosen, Prompt, Row, Tone
from zjtx_cli.interview.session import Interview
from zjtx_cli.model.answers import Answer, Case
from zjtx_cli.model.history import Draft
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.quantity import show_figure
from zjtx_cli.model.question import Question
from zjtx_cli.text import NOTHING, Text, harmless

_NO_TERMINAL = Text(
    "这里不能逐题提问（没有终端，或用了 --no-input）。还缺 {count} 个答案，可以这样给：\n"
    "  zjtx advise{file} --set 问题=答案 …，或用 zjtx questions --template answers.yaml 填好再 zjtx advise answers.yaml\n{flags}",
    "There is no terminal to ask at (or --no-input was given). {count} answers are missing; give them so:\n"
    "  zjtx advise{file} --set QUESTION=VALUE …, or fill in zjtx questions --template answers.yaml\n{flags}",
)
_NONE_KEPT = Text("没有存着的访谈；直接 zjtx interview 开始一份", "no interview is saved; zjtx interview begins one")
_DISCARDED = Text("已删除 {path}", "deleted {path}")
_LISTED = Text(
    "{name}  {city}  已答 {count} 题{open}  {when}{busy}", "{name}  {city}  {count} answered{open}  {when}{busy}"
)
_STILL_OPEN = Text("，还有 {count} 题", ", {count} to go")
_IN_USE = Text("  正在另一个窗口作答", "  being answered in another window")
_BROKEN = Text("{name}  读不了：{why}", "{name}  cannot be read: {why}")
_WHICH = Text("接着答哪一份？", "Which one to go on with?")
_OTHERS = Text(
    "另有 {count} 份存着的访谈，要接着答用 zjtx interview --resume",
    "{count} interviews are saved; zjtx interview --resume goes on with one",
)
_THERE = Text("{path} 里已有 {count} 个答案", "{path} has {count} answers already")
_GO_ON = Text("接着答", "Go on with them")
_ANEW = Text("从头来，原来的答案不要了", "Start anew and give up those answers")
_LEFT = Text("答案都存好了：{path}", "All answers are saved: {path}")
_LEFT_HOW = Text("接着答：{command}", "To go on: {command}")
_LEFT_EARLY = Text("还没有答案，什么也没有存", "No answer yet; nothing was saved")
_SAVED = Text(
    "答案存在 {path}；以后可以直接 zjtx advise {quoted}", "Your answers are in {path}; zjtx advise {quoted} reads them"
)

_GONE = (errno.EIO, errno.EPIPE, errno.EBADF, errno.ENXIO)
_LEAVE_KEYS = {"←": "Ctrl-C", "b": "q"}


def run(settings: Settings, output: Path | None, *, resume: bool, quick: bool, plain: bool) -> None:
    """Interview at a terminal. Raises AnswersMissing at once where there is none."""
    pack = settings.pack()
    if settings.no_input or not all(one is not None and one.isatty() for one in (sys.stdin, sys.stderr)):
        raise AnswersMissing(_missing(pack, output if resume else None))
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="replace")
    file: drafts.DraftFile | None = None
    with ended_by_signals() as ending, contextlib.closing(Hearing(_asker(settings, plain=plain), ending)) as asker:
        try:
            file, draft = _open(settings, pack, output, asker, resume=resume)
            _converse(settings, pack, asker, file, draft, quick=quick)
        except (KeyboardInterrupt, EOFError):
            ending.heard()
            _tell_how_to_go_on(file, settings, quick=quick)
            raise typer.Exit(ExitCode.INTERRUPTED) from None
        except OSError as error:
            if error.errno not in _GONE:
                raise
            ending.heard()
            _tell_how_to_go_on(file, settings, quick=quick)  # the terminal is gone: whoever reads its log
            raise typer.Exit(ExitCode.INTERRUPTED) from None
        finally:
            if file is not None:
                file.close()


def list_all(settings: Settings) -> None:
    """The drafts in the state folder, one a line, the last used first."""
    pack = settings.pack()
    kept = drafts.kept_drafts(pack)
    if not kept:
        show.notice(_NONE_KEPT, settings.language)
    for one in kept:
        show.result(harmless(_listed(one, pack).to(settings.language)))


def discard_one(name: str, settings: Settings) -> None:
    path = drafts.discard(name)
    if not settings.quiet:
        show.notice(_DISCARDED.format(path=path), settings.language)


def _converse(
    settings: Settings, pack: Pack, asker: Asker, file: drafts.DraftFile, draft: Draft, *, quick: bool
) -> None:
    tables = Tables(pack)
    interview = Interview(tables, asker, settings.language, file, draft, quick=quick)
    interview.greet(_command(file, settings, quick=quick), _LEAVE_KEYS[asker.back_key])
    interview.talk()
    colour = asker.back_key != Plain.back_key and sys.stdout.isatty()
    finish(interview, asker, pack, settings.language, lent_by(settings, tables, colour=colour))
    show.notice(_SAVED.format(path=file.path, quoted=shlex.quote(str(file.path))), settings.language)


def _asker(settings: Settings, *, plain: bool) -> Asker:
    asked = os.environ.get("ACCESSIBLE", "").lower() not in ("", "0", "false", "no")
    if plain or asked or os.environ.get("TERM", "dumb") in ("", "dumb"):
        return Plain(settings.language)
    from zjtx_cli.interview.terminal import open_terminal

    return open_terminal(settings.language) or Plain(settings.language)


# the draft


def _open(
    settings: Settings, pack: Pack, output: Path | None, asker: Asker, *, resume: bool
) -> tuple[drafts.DraftFile, Draft]:
    """The file to answer in, locked, and what it holds."""
    if output is None and resume:
        output = _choose(settings, pack, asker)
    elif output is None:
        others = len(drafts.kept_drafts(pack))
        if others:
            asker.say(_OTHERS.format(count=others).to(settings.language))
        return drafts.DraftFile(pack), Draft(Case(""))
    file = drafts.DraftFile(pack, output)
    if not resume and not (output.exists() and output.stat().st_size):
        return file, Draft(Case(""))
    draft = _read(output, pack)
    if resume or _wants_to_go_on(settings, output, draft, asker):
        return file, draft
    return file, Draft(Case(""))


def _read(path: Path, pack: Pack) -> Draft:
    draft, problems = drafts.read_draft(path, pack)
    if draft is None:
        raise InvalidContent(tuple(problems))
    return draft


def _choose(settings: Settings, pack: Pack, asker: Asker) -> Path:
    """The draft to go on with: the only one, or the one that is chosen."""
    kept = [one for one in drafts.kept_drafts(pack) if not one.busy]
    if not kept:
        raise WrongUsage(_NONE_KEPT)
    if len(kept) == 1:
        return kept[0].path
    asker.say(_WHICH.to(settings.language), Tone.QUESTION)
    rows = tuple(Row(str(one.path), _listed(one, pack).to(settings.language)) for one in kept)
    reply = asker.ask(Prompt(rows, default=(rows[0].id,)))
    assert isinstance(reply, Chosen)
    return Path(reply.rows[0])


def _wants_to_go_on(settings: Settings, path: Path, draft: Draft, asker: Asker) -> bool:
    """Nobody's answers are written over without a word."""
    asker.say(_THERE.format(path=path, count=len(draft.case.answers)).to(settings.language), Tone.QUESTION)
    rows = (Row("on", _GO_ON.to(settings.language)), Row("anew", _ANEW.to(settings.language)))
    return asker.ask(Prompt(rows, default=("on",))) == Chosen(("on",))


def _listed(one: drafts.Kept, pack: Pack) -> Text:
    if one.draft is None:
        return _BROKEN.format(name=one.name, why=one.problems[0].message)
    case = one.draft.case
    path = replay(pack.questions, case.answers)
    still = sum(1 for question in path.asked if question not in case.answers)
    return _LISTED.format(
        name=one.name,
        city=f"{case.city} · {case.industry}" if case.industry else case.city,
        count=len(path.counting(case.answers)),
        open=_STILL_OPEN.format(count=still) if still else NOTHING,
        when=time.strftime("%Y-%m-%d %H:%M", time.localtime(one.when)),
        busy=_IN_USE if one.busy else NOTHING,
    )


# leaving


def _tell_how_to_go_on(file: drafts.DraftFile | None, settings: Settings, *, quick: bool) -> None:
    try:
        print(file=sys.stderr)
        if file is None or file.path is None:
            show.notice(_LEFT_EARLY, settings.language)
            return
        show.notice(_LEFT.format(path=file.path), settings.language)
        show.notice(_LEFT_HOW.format(command=_command(file, settings, quick=quick)), settings.language)
    except OSError:
        # Nobody is there to read it; and nothing of it may be written again when the streams are closed.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def _command(file: drafts.DraftFile, settings: Settings, *, quick: bool) -> str:
    """The command that goes on with this interview."""
    words = ["zjtx", "interview", "--resume", *(["--quick"] if quick else [])]
    if file.path is not None and not drafts.in_state_folder(file.path):
        words += ["-o", str(file.path)]
    if settings.playbooks is not None and not os.environ.get("ZJTX_PLAYBOOKS"):
        words += ["--playbooks", str(settings.playbooks)]
    return shlex.join(words)


# without a terminal


def _missing(pack: Pack, path: Path | None) -> Text:
    """The answers that are missing, each with the flag that gives it."""
    answers: dict[str, Answer] = {}
    if path is not None:
        answers = dict(_read(path, pack).case.answers)
    asked = [pack.questions[name] for name in replay(pack.questions, answers).asked if name not in answers]
    flags = [Text(_flag(one) + f"  # {one.name.zh}", _flag(one) + f"  # {one.name.en}") for one in asked]
    listed = Text("\n".join(one.zh for one in flags), "\n".join(one.en for one in flags))
    return _NO_TERMINAL.format(count=len(asked), file=f" {shlex.quote(str(path))}" if path else "", flags=listed)


def _flag(question: Question) -> str:
    if question.kind == "number":
        assert question.unit is not None
        return f"  --set {question.id}={show_figure(question.low)}..{show_figure(question.high)}"
    between = "," if question.kind == "several" else "|"
    return f"  --set {question.id}={between.join(option.id for option in question.options)}"
