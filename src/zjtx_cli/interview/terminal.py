"""Prompts in a terminal that can move its cursor: arrow keys, numbers, typing to filter. Questionary is met here only.

Our own list: Questionary's cuts long choices at the edge and has no key that goes back. What is asked is printed once and
stays; the list below it is erased when it is answered, so that what remains on the screen reads as a conversation.
"""

import sys
from collections.abc import Callable

import questionary
from prompt_toolkit.application import Application
from prompt_toolkit.data_structures import Point
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input import Input, create_input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import FormattedTextControl, HSplit, Layout, ScrollOffsets, Window
from prompt_toolkit.output import Output
from prompt_toolkit.output.defaults import create_output
from prompt_toolkit.shortcuts import print_formatted_text
from prompt_toolkit.styles import Style

from zjtx_cli.interview.picking import Picking
from zjtx_cli.interview.prompts import Key, Prompt, Reply, Tone
from zjtx_cli.interview.wrapping import harmless, wrap
from zjtx_cli.text import Language

_STYLE = Style.from_dict(
    {
        "section": "bold underline",
        "question": "bold",
        "answer": "ansigreen",
        "notice": "ansiyellow",
        "aside": "",
        "pointed": "bold reverse",
        "hint": "ansibrightblack",
        "message": "bold",
    }
)
_ESCAPE_WAIT = 0.05  # seconds until a lone Esc is taken as Esc


def open_terminal(language: Language) -> "Terminal | None":
    """The terminal, or None where there is none that can move its cursor (some Windows shells)."""
    try:
        return Terminal(language, create_input(sys.stdin), _output())
    except Exception:  # each console has an error of its own; plain mode works in all of them
        return None


class Terminal:
    """Prompts on standard error."""

    back_key = "←"

    def __init__(self, language: Language, source: Input, output: Output) -> None:
        self._language, self._input, self._output = language, source, output

    def say(self, text: str, tone: Tone = Tone.ASIDE) -> None:
        columns = self._output.get_size().columns
        lines = [part for line in text.split("\n") for part in wrap(harmless(line), columns - 1)]
        for line in ["", *lines] if tone is Tone.SECTION else lines:
            fragments: StyleAndTextTuples = [(f"class:{tone.value}", line)]
            print_formatted_text(fragments, style=_STYLE, output=self._output)

    def ask(self, prompt: Prompt) -> Reply | Key:
        picking = Picking(prompt, self._language, self._output.get_size().columns)
        question = questionary.Question(self._application(picking))
        reply: Reply | Key = question.unsafe_ask()
        return reply

    def _application(self, picking: Picking) -> "Application[Reply | Key]":
        def resized() -> None:
            picking.columns = self._output.get_size().columns

        def body() -> StyleAndTextTuples:
            resized()
            return picking.body()

        def cursor() -> Point:
            return Point(*picking.cursor())

        rows = Window(
            FormattedTextControl(body, focusable=True, get_cursor_position=cursor),
            wrap_lines=False,
            dont_extend_height=True,
            scroll_offsets=ScrollOffsets(top=1, bottom=2),
        )
        foot = Window(FormattedTextControl(picking.foot), dont_extend_height=True)
        application: Application[Reply | Key] = Application(
            layout=Layout(HSplit([rows, foot])),
            key_bindings=_bindings(picking),
            style=_STYLE,
            erase_when_done=True,
            input=self._input,
            output=self._output,
        )
        application.ttimeoutlen = _ESCAPE_WAIT
        return application


def _output() -> Output:
    output = create_output(stdout=sys.stderr)
    # Nothing here needs to know where the cursor is, and a terminal that does not answer costs seconds.
    if hasattr(output, "enable_cpr"):
        output.enable_cpr = False
    return output


def _bindings(picking: Picking) -> KeyBindings:
    keys = KeyBindings()

    def on(*names: str | Keys, do: Callable[[], object]) -> None:
        def handler(event: KeyPressEvent) -> None:
            reply = do()
            if isinstance(reply, (Key, Reply)):
                event.app.exit(result=reply)

        for name in names:
            keys.add(name)(handler)

    on("up", "c-p", do=lambda: picking.move(-1))
    on("down", "c-n", do=lambda: picking.move(1))
    on("pageup", do=lambda: picking.move(-5))
    on("pagedown", do=lambda: picking.move(5))
    on("left", "c-b", do=picking.left)
    on("right", "c-f", do=picking.right)
    on("home", "c-a", do=picking.home)
    on("end", "c-e", do=picking.end)
    on("backspace", do=picking.erase)
    on("escape", "c-u", do=picking.clear)
    on("tab", do=lambda: picking.wants(Key.NOTES))
    on("f1", do=lambda: picking.wants(Key.HELP))
    on("f2", "c-r", do=lambda: picking.wants(Key.REVIEW))
    on("enter", "c-j", do=picking.enter)

    @keys.add(Keys.Any)
    def _(event: KeyPressEvent) -> None:
        if isinstance(event.key_sequence[-1].key, Keys):
            return  # a key without a meaning here, not a character
        reply = picking.type(event.data)
        if reply is not None:
            event.app.exit(result=reply)

    @keys.add(Keys.BracketedPaste)
    def _(event: KeyPressEvent) -> None:
        for character in harmless(event.data.strip()):
            picking.write(character)

    @keys.add("c-c")
    @keys.add("<sigint>")
    def _(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt)

    @keys.add("c-d")
    def _(event: KeyPressEvent) -> None:
        event.app.exit(exception=EOFError)

    return keys
