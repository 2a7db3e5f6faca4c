"""Text that tries to be more than text, in every field of every paper: it stays text on its page.

Each paper is made from values in which every field is filled. Strings go round through the fields,
so that every field meets every class of string, and every kind of paper each naughty string.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import count, cycle, islice, repeat
from pathlib import Path
from typing import Any

import pytest
from paper.fields import Field, changed, filled, text_fields
from paper.kinds import KINDS, Kind
from paper.measuring import sheets
from paper.watching import watching

CLASSES = {
    "markup": "<b>A</b><img src='file:///etc/hostname'/><a href='http://localhost:9/x'>&amp;</a>",
    "control": "\x00\x07\x1b[31m\r\n\t\x0b\x0c\x7f\x85\u2028\u2029line",
    "bidi": "\u202eevil\u202c \u2066\u2069\u200e\u200f\u061c עברית محمد",
    "ten thousand letters": "x" * 10_000,
    "ten thousand in words": "Straße und Wohngebäudeversicherung, n° 4 " * 250,
    "emoji": "👩‍👧‍👦🏠❤️🇫🇷👍🏽",
    "half a character": "\ud800 alone \udfff",
    "PDF": ") Tj ET Q endstream endobj << /S /JavaScript >> %%EOF \\) (",
    "fields of a format": "{name} {0.__class__} %s %n ${HOME} `id` $(id) {{7*7}}",
    "path": "../../../../etc/passwd\x00.svg",
    "nothing": "",
}
# A letter goes on over more pages; everything else keeps to those it has.
LONGEST_LETTER = 40


def pages(kind: str, data: Any) -> int:
    """Make the paper, touching nothing, and count its pages; all text is on them."""
    with watching() as touched:
        pdf = KINDS[kind].make(data)
    assert touched == []
    printed = sheets(pdf)
    for page in printed:
        assert page.outside(0) == []
    return len(printed)


def whole(kind: Kind) -> Any:
    """What the paper is made of, with every field filled; of a day, its first two meetings."""
    data = filled(kind.data)
    return replace(data, meetings=data.meetings[:2]) if hasattr(data, "meetings") else data


def holds(kind: str, data: Any, usual: int) -> None:
    found = pages(kind, data)
    if "letter" in kind or kind == "invitation":
        assert found <= LONGEST_LETTER
    elif kind == "list":
        # A long cell takes a second line, and no third: at most each row is twice as high.
        assert usual <= found <= 2 * usual
    else:
        assert found == usual


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    """What is read once per process is read: modules, catalogs, the formats of dates."""
    for kind in KINDS.values():
        kind.make(kind.data)


@pytest.fixture(scope="module")
def usual() -> dict[str, int]:
    """How many pages each kind has when nobody is hostile."""
    return {name: len(sheets(kind.make(whole(kind)))) for name, kind in KINDS.items()}


def test_every_field_of_every_papers_values_is_filled() -> None:
    """Or else what follows would leave some out; an invitation alone has no lists."""
    met: set[Field] = set()

    def meet(field: Field, text: str) -> str:
        met.add(field)
        return text

    for kind in KINDS.values():
        changed(whole(kind), meet)
    known = {field for kind in KINDS.values() for field in text_fields(type(kind.data))}
    assert known == met


def in_turn(strings: Iterable[str]) -> Callable[[Field, str], str]:
    """One string after the other, whatever the field."""
    left = iter(strings)
    return lambda _field, _text: next(left)


def at_field(where: Field, put: str) -> Callable[[Field, str], str]:
    """One string in one field."""
    return lambda field, text: put if field == where else text


@pytest.mark.parametrize("turn", range(len(CLASSES)), ids=list(CLASSES))
@pytest.mark.parametrize("kind", KINDS)
def test_every_field_meets_every_class_of_string(
    kind: str, turn: int, usual: dict[str, int]
) -> None:
    """Neighbouring fields hold different ones; over all turns each field has held each."""
    data, strings = whole(KINDS[kind]), list(CLASSES.values())
    held = dict(zip(text_fields(type(data)), islice(cycle(strings), turn, None), strict=False))
    holds(kind, changed(data, lambda field, _text: held[field]), usual[kind])
    holds(kind, changed(data, in_turn(repeat(strings[turn]))), usual[kind])


# One file of many papers is made of the pages of others, which are looked at here one by one.
@pytest.mark.parametrize("kind", [kind for kind in KINDS if "one file" not in kind])
def test_one_field_at_a_time_among_ordinary_text(kind: str, usual: dict[str, int]) -> None:
    data = whole(KINDS[kind])
    for field, text in zip(text_fields(type(data)), cycle(CLASSES.values()), strict=False):
        holds(kind, changed(data, at_field(field, text)), usual[kind])


@pytest.fixture(scope="module")
def naughty(shared: Path) -> list[str]:
    folder = shared / "data" / "csv_messy" / "minimaxir+big-list-of-naughty-strings"
    found: list[str] = json.loads((folder / "blns.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_meets_every_naughty_string(
    kind: str, naughty: list[str], usual: dict[str, int]
) -> None:
    data, used = whole(KINDS[kind]), count()
    changed(data, lambda _field, text: text if next(used) >= 0 else "")
    together = next(used)
    for start in range(0, len(naughty), together):
        strings = cycle(naughty[start:] + naughty[:start])
        holds(kind, changed(data, in_turn(strings)), usual[kind])


def test_what_a_paper_touches_would_be_found(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.touch()
    with watching() as touched:
        other.read_text()
        list(tmp_path.iterdir())
    assert len(touched) >= 2
