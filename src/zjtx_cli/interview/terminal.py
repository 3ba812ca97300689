"""Prompts in a terminal that can move its cursor: arrow keys, numbers, typing to filter. Questionary is met here only.

Our own list: Questionary's cuts long choices at the edge and has no key that goes back. What is asked is printed once and
stays; the list below it is erased when it is answered, so that what remains on the screen reads as a conversation.
"""

import contextlib
import sys
from collections.abc import Callable

import questionary
from prompt_toolkit.application import Application
from prompt_toolkit.data_structures import Point
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input import Input, create_input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import (
    ConditionalMargin,
    Dimension,
    FormattedTextControl,
    HSplit,
    Layout,
    ScrollbarMargin,
    ScrollOffsets,
    Window,
)
from prompt_toolkit.output import Output
from prompt_toolkit.output.defaults import create_output
from prompt_toolkit.styles import Style

from zjtx_cli.interview.picking import Picking
from zjtx_cli.interview.prompts import Key, Prompt, Reply, Tone
from zjtx_cli.interview.wrapping import on_one_line, wrap
from zjtx_cli.text import Language

_STYLE = Style.from_dict(
    {
        "section": "bold underline",
        "step": "",
        "question": "bold",
        "answer": "ansigreen",
        "notice": "ansiyellow",
        "aside": "",
        "pointed": "bold reverse",
        "hint": "ansibrightblack",
        "message": "bold",
    }
)
_KEPT_ROWS = 7  # for the question above the list, and the keys below it
_LEAST_ROWS = 4
_MARGIN = 1  # column, for the arrows that say that there is more
_ESCAPE_WAIT = 0.05  # seconds until a lone Esc is taken as Esc


def open_terminal(language: Language) -> "Terminal | None":
    """The terminal, or None where there is none that can move its cursor (some Windows shells)."""
    try:
        return Terminal(language, create_input(sys.stdin), _output(), _without_echo())
    except Exception:  # each console has an error of its own; plain mode works in all of them
        return None


class Terminal:
    """Prompts on standard error."""

    back_key = "←"

    def __init__(self, language: Language, source: Input, output: Output, restore: Callable[[], None]) -> None:
        self._language, self._input, self._output, self._restore = language, source, output, restore
        self._picking = Picking(Prompt(), language, 80)
        self._helped = False  # left for its help only: it goes on where it stood
        self._application = self._make_application()  # one for all prompts: making it takes longer than using it

    def say(self, text: str, tone: Tone = Tone.ASIDE) -> None:
        output = self._output
        columns, depth = output.get_size().columns, output.get_default_color_depth()
        lines = [part for line in text.split("\n") for part in wrap(on_one_line(line), columns - 1)]
        for line in ["", *lines] if tone in (Tone.SECTION, Tone.STEP) else lines:
            output.reset_attributes()
            output.set_attributes(_STYLE.get_attrs_for_style_str(f"class:{tone.value}"), depth)
            output.write(line)
            output.reset_attributes()
            output.write_raw("\r\n")
        output.flush()

    def ask(self, prompt: Prompt) -> Reply | Key:
        if not self._helped:
            self._picking = Picking(prompt, self._language, self._output.get_size().columns - _MARGIN)
        reply: Reply | Key = questionary.Question(self._application).unsafe_ask()
        self._helped = reply is Key.HELP
        return reply

    def close(self) -> None:
        self._restore()

    def _make_application(self) -> "Application[Reply | Key]":
        def body() -> StyleAndTextTuples:
            self._picking.columns = self._output.get_size().columns - _MARGIN  # the window may have been resized
            return [*self._picking.body()]

        def most() -> int:
            return max(_LEAST_ROWS, self._output.get_size().rows - _KEPT_ROWS)

        @Condition
        def too_long() -> bool:
            return self._picking.height > most()

        def cursor() -> Point:
            return Point(*self._picking.cursor())

        rows = Window(
            FormattedTextControl(body, focusable=True, get_cursor_position=cursor),
            height=lambda: Dimension(max=most()),
            wrap_lines=False,
            dont_extend_height=True,
            scroll_offsets=ScrollOffsets(top=1, bottom=2),
            right_margins=[ConditionalMargin(ScrollbarMargin(display_arrows=True), filter=too_long)],
        )
        foot = Window(FormattedTextControl(lambda: [*self._picking.foot()]), dont_extend_height=True)
        application: Application[Reply | Key] = Application(
            layout=Layout(HSplit([rows, foot])),
            key_bindings=_bindings(lambda: self._picking),
            style=_STYLE,
            include_default_pygments_style=False,
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


def _without_echo() -> Callable[[], None]:
    """What is typed between two prompts waits for the next one and is not shown; returns how to undo this."""
    if sys.platform == "win32":
        return lambda: None
    import termios

    before = termios.tcgetattr(sys.stdin)
    silent = [*before[:3], before[3] & ~termios.ECHO, *before[4:]]
    termios.tcsetattr(sys.stdin, termios.TCSANOW, silent)

    def restore() -> None:
        with contextlib.suppress(termios.error, OSError):  # the terminal may be gone
            termios.tcsetattr(sys.stdin, termios.TCSANOW, before)

    return restore


def _bindings(picking: Callable[[], Picking]) -> KeyBindings:
    """The keys of the prompt at hand; a function that returns a reply ends the prompt with it."""
    keys = KeyBindings()
    for names, do in _DOINGS.items():
        for name in names:
            keys.add(name)(_ending_with(do, picking))

    @keys.add(Keys.Any)
    def _(event: KeyPressEvent) -> None:
        if not isinstance(event.key_sequence[-1].key, Keys):  # a character, not a key without a meaning here
            _ending_with(lambda one: one.type(event.data), picking)(event)

    @keys.add(Keys.BracketedPaste)
    def _(event: KeyPressEvent) -> None:
        for character in on_one_line(event.data.strip()):
            picking().write(character)

    @keys.add("c-c")
    @keys.add("<sigint>")
    def _(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt)

    @keys.add("c-d")
    def _(event: KeyPressEvent) -> None:
        event.app.exit(exception=EOFError)

    return keys


_DOINGS: dict[tuple[str, ...], Callable[[Picking], object]] = {
    ("up", "c-p"): lambda picking: picking.move(-1),
    ("down", "c-n"): lambda picking: picking.move(1),
    ("pageup",): lambda picking: picking.move(-5),
    ("pagedown",): lambda picking: picking.move(5),
    ("left", "c-b"): Picking.left,
    ("right", "c-f"): Picking.right,
    ("home", "c-a"): Picking.home,
    ("end", "c-e"): Picking.end,
    ("backspace",): Picking.erase,
    ("escape", "c-u"): Picking.clear,
    ("tab",): lambda picking: picking.wants(Key.NOTES),
    ("f1",): lambda picking: picking.wants(Key.HELP),
    ("f2", "c-r"): lambda picking: picking.wants(Key.REVIEW),
    ("enter", "c-j"): Picking.enter,
}


def _ending_with(do: Callable[[Picking], object], picking: Callable[[], Picking]) -> Callable[[KeyPressEvent], None]:
    def handler(event: KeyPressEvent) -> None:
        reply = do(picking())
        if reply is not None:
            event.app.exit(result=reply)

    return handler
