"""Names as they are said, and as they are searched and ordered: without accents or case."""

import unicodedata

# What NFKD leaves whole, as readers of the four languages look for it.
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "œ": "oe", "æ": "ae", "ß": "ss", "đ": "d", "ð": "d", "þ": "th"}
)


def folded(text: str) -> str:
    """A text without accents and in small letters, with single blanks."""
    if text.isascii():
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(bare.casefold().split())


def folded_name(last_name: str | None, first_name: str | None) -> str:
    """The last name before the first, folded: searched by its beginning, and ordered by."""
    return folded(f"{last_name or ''} {first_name or ''}")


def spoken_name(first_name: str | None, last_name: str | None) -> str:
    """First and last name, as on a letter; blank where neither is known."""
    return " ".join(part for part in (first_name, last_name) if part)
