"""Names at the top of a paper, in the largest type that keeps them whole."""

from collections.abc import Sequence

from advisor_app.reports.text import Style, width, wrap


def whole_name(
    name: str, styles: Sequence[Style], room: float, most: int
) -> tuple[Style, tuple[str, ...]] | None:
    """The first of the styles in which the name stands on so many lines, no word torn apart.

    None where it does in none of them. The name is printable already.
    """
    for style in styles:
        lines = wrap(name, style, room)
        whole = all(width(word, style) <= room for word in name.split(" "))
        if whole and len(lines) <= most:
            return style, lines
    return None
