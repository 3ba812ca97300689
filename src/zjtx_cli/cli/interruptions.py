"""Being asked to end, by a key or by a signal: heard once for certain, and told as an interruption."""

import contextlib
import signal
import sys
from collections.abc import Iterator

from zjtx_cli.interview.prompts import Asker, Key, Prompt, Reply, Tone

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGALRM")
_AGAIN = 0.25  # seconds


class Ending:
    """Whether a signal has asked to end."""

    def __init__(self) -> None:
        self.asked = False

    def ask(self, *_: object) -> None:
        """Raise KeyboardInterrupt; and again a little later, for what is raised while Python tidies its memory is lost."""
        self.asked = True
        _ring(_AGAIN)
        raise KeyboardInterrupt

    def heard(self) -> None:
        """It has arrived: be quiet."""
        _ring(0)


@contextlib.contextmanager
def ended_by_signals() -> Iterator[Ending]:
    """Ctrl-C, a request to end, and a terminal that hangs up are interruptions, also where they were ignored."""
    ending = Ending()
    numbers = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
    before = {number: signal.signal(number, ending.ask) for number in numbers}
    try:
        yield ending
    finally:
        ending.heard()
        for number, handler in before.items():
            signal.signal(number, handler)


def _ring(seconds: float) -> None:
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds)


class Hearing:
    """An asker that does not ask on when a signal has come, whatever has caught the exception."""

    def __init__(self, asker: Asker, ending: Ending) -> None:
        self._asker, self._ending = asker, ending
        self.back_key = asker.back_key

    def say(self, text: str, tone: Tone = Tone.ASIDE) -> None:
        self._asker.say(text, tone)

    def ask(self, prompt: Prompt) -> Reply | Key:
        if self._ending.asked:
            raise KeyboardInterrupt
        return self._asker.ask(prompt)

    def close(self) -> None:
        self._asker.close()
