"""Names as they are searched and ordered: without accents, case or the letters' local forms."""

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
