"""What was said in an interview, in the order in which it was said."""

from typing import NamedTuple

from zjtx_cli.model.answers import Answer, Case


class Said(NamedTuple):
    """One answer as it was given; a later one on the same question replaces it. No language: changed in the file by hand."""

    question: str
    answer: Answer
    language: str = ""


Record = tuple[Said, ...]


class Draft(NamedTuple):
    """An interview as it stands: the case with every answer given (also those that do not count now), and its record."""

    case: Case
    record: Record = ()
