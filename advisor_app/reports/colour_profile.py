"""What the greys and colours of a paper mean: the colour space sRGB, told as an ICC profile.

Written here from the published numbers of IEC 61966-2-1, in version 2 of the format, since an
archive's PDF/A-1 knows no later one: a header, then tags that say what each primary and each
value is.
"""

import struct
from functools import cache

# Red, green, blue and white as seen under D50, adapted by Bradford's matrix (ICC.1, annex E).
_PRIMARIES = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
_WHITE = (0.96420, 1.0, 0.82491)
_CURVES = (b"rTRC", b"gTRC", b"bTRC")
_STEPS = 1024
_NAME = b"sRGB"
_RIGHTS = b"No rights reserved"
# A fixed day, so that the same paper has the same bytes.
_MADE = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)


@cache
def srgb_profile() -> bytes:
    """The profile; always the same bytes."""
    tags = {
        b"desc": _description(_NAME),
        b"cprt": b"text" + bytes(4) + _RIGHTS + b"\0",
        b"wtpt": _xyz(_WHITE),
        **{name: _xyz(primary) for name, primary in _PRIMARIES.items()},
        b"rTRC": _curve(),
    }
    table, body, places = b"", b"", {}
    start = 128 + 4 + 12 * (len(tags) + 2)
    for name, data in tags.items():
        places[name] = (start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    places |= dict.fromkeys(_CURVES, places[b"rTRC"])
    table = b"".join(struct.pack(">4sII", name, *place) for name, place in places.items())
    size = 128 + 4 + len(table) + len(body)
    return _header(size) + struct.pack(">I", len(places)) + table + body


def _header(size: int) -> bytes:
    head = struct.pack(">I4sI4s4s4s", size, bytes(4), 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    return (head + _MADE + b"acsp" + bytes(28) + _xyz(_WHITE)[8:]).ljust(128, b"\0")


def _description(text: bytes) -> bytes:
    """A name in ASCII, and the two other forms of it left empty."""
    said = text + b"\0"
    return b"desc" + bytes(4) + struct.pack(">I", len(said)) + said + bytes(8 + 3 + 67)


def _xyz(numbers: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *(round(one * 65536) for one in numbers))


def _curve() -> bytes:
    values = (round(_linear(step / (_STEPS - 1)) * 65535) for step in range(_STEPS))
    return b"curv" + bytes(4) + struct.pack(f">I{_STEPS}H", _STEPS, *values)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 the norm's numbers
