"""Which characters a font file can show: its character map, read as OpenType lays it down (formats 4 and 12)."""

import struct

_FORMATS = (12, 4)


def characters_of(content: bytes, index: int) -> frozenset[int]:
    """The code points of a font, or of one font of a collection."""
    start = struct.unpack_from(">L", content, 12 + 4 * index)[0] if content[:4] == b"ttcf" else 0
    tables = struct.unpack_from(">H", content, start + 4)[0]
    for place in range(tables):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", content, start + 12 + 16 * place)
        if tag == b"cmap":
            return _mapped(content, offset)
    return frozenset()


def _mapped(content: bytes, cmap: int) -> frozenset[int]:
    count = struct.unpack_from(">H", content, cmap + 2)[0]
    offsets = [struct.unpack_from(">HHL", content, cmap + 4 + 8 * place)[2] for place in range(count)]
    by_format = {struct.unpack_from(">H", content, cmap + one)[0]: cmap + one for one in offsets}
    for form in _FORMATS:
        if form in by_format:
            return (_groups if form == 12 else _segments)(content, by_format[form])
    return frozenset()


def _groups(content: bytes, at: int) -> frozenset[int]:
    count = struct.unpack_from(">L", content, at + 12)[0]
    found: set[int] = set()
    for place in range(count):
        first, last, _ = struct.unpack_from(">LLL", content, at + 16 + 12 * place)
        found.update(range(first, last + 1))
    return frozenset(found)


def _segments(content: bytes, at: int) -> frozenset[int]:
    count = struct.unpack_from(">H", content, at + 6)[0] // 2
    lasts = struct.unpack_from(f">{count}H", content, at + 14)
    firsts = struct.unpack_from(f">{count}H", content, at + 16 + 2 * count)
    found: set[int] = set()
    for first, last in zip(firsts, lasts, strict=True):
        found.update(range(first, last + 1))
    return frozenset(found - {0xFFFF})
