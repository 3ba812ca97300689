"""Characters that are not seen: refused where they are read, and never repeated in a message."""

import re

# Control characters, what only YAML takes for a line break (it would shift every line number), characters that change
# the direction or are not seen at all, and halves of characters.
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


def visible(word: str) -> str:
    """The word on one line, with a mark for each character that would not be seen."""
    return HIDDEN.sub("\ufffd", re.sub("[\t\n\r]", "\ufffd", word))
