"""Where a line of Chinese and Latin text may be broken, by display width and by the rules of punctuation."""

_NEVER_FIRST = frozenset("，。．、；：？！）】》〉”’〕』」…—·％%,.;:?!)]}～")
_NEVER_LAST = frozenset("（【《〈“‘〔『「([{")
_BREAK_AFTER = frozenset("-/–—→|")


def breaks(text: str, width: int) -> list[int]:
    """Offsets at which the second and later lines begin, none wider than `width` cells.

    A line does not begin with a closing mark nor end with an opening one; a word too long for a line is cut.
    """
    from rich.cells import get_character_cell_size as size_of

    sizes = [size_of(one) for one in text]
    found: list[int] = []
    if sum(sizes) <= width:  # most cells and titles
        return found
    start = best = used = at = 0
    while at < len(text):
        size = sizes[at]
        if at > start and _may_break(text[at - 1], text[at], size, sizes[at - 1]):
            best = at
        if used + size > width and at > start and not text[at].isspace():
            cut = best if best > start else at
            found.append(cut)
            start = best = at = cut
            used = 0
            continue
        used += size
        at += 1
    return found


def _may_break(before: str, after: str, size_after: int, size_before: int) -> bool:
    if after.isspace() or after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    if before == "-" and after.isdigit():  # CY-18, 2026-11
        return False
    return before.isspace() or size_before == 2 or size_after == 2 or before in _BREAK_AFTER
