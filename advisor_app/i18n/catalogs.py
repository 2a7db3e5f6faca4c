"""The gate of the catalogs: `python -m advisor_app.i18n.catalogs [--check | --update]`.

Compiles the catalogs; `--update` first brings in new strings; `--check` fails where a string is
missing, fuzzy, empty, has lost a field, or stands in English in another language unnoticed.
Babel compiles all of those silently.
"""

import re
import sys
from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from advisor_app import __version__
from advisor_app.domain.codes import Language
from advisor_app.i18n import DOMAIN
from advisor_app.resources import translation_folder

PACKAGE = Path(__file__).resolve().parent.parent
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "N_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
SAME_AS_ENGLISH = translation_folder() / "same-as-english.txt"
# Babel wants a date in the header; a fixed one keeps it out of diffs.
FOUNDED = datetime(2026, 11, 25, tzinfo=UTC)
FIELD = re.compile(r"\{(\w+)\}")


def main(arguments: list[str]) -> int:
    """Update, compile or check; the exit status tells whether every catalog is whole."""
    template = extract()
    if "--update" in arguments:
        update(template)
    problems = list(find_problems(template)) if "--check" in arguments else []
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    for language in Language:
        compile_catalog(language)
    return 1 if problems else 0


def extract() -> Catalog:
    """Every string that the code marks, without places, so that catalogs change only with words."""
    catalog = Catalog(project="Tête-à-tête", charset="utf-8")
    found = extract_from_dir(str(PACKAGE), keywords=KEYWORDS, comment_tags=("Translators:",))
    for _path, _line, message, comments, context in found:
        if message:
            catalog.add(message, auto_comments=comments, context=context)
    return catalog


def update(template: Catalog) -> None:
    """Write the template and bring each language up to it."""
    translation_folder().mkdir(exist_ok=True)
    write_catalog(template, translation_folder() / f"{DOMAIN}.pot")
    for language in Language:
        catalog = read_catalog(language)
        # Babel shares new messages between catalogs: a copy keeps each language its own words.
        catalog.update(deepcopy(template), no_fuzzy_matching=True)
        catalog.obsolete.clear()
        if language is Language.EN:
            speak_english(catalog)
        write_catalog(catalog, po_path(language))


def speak_english(catalog: Catalog) -> None:
    """Fill the English catalog with the source strings."""
    for message in catalog:
        if message.id and not any(strings(message)):
            message.string = message.id


def write_catalog(catalog: Catalog, path: Path) -> None:
    """Write a catalog in a steady order and without the day, so that diffs show words only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    catalog.header_comment = "# Tête-à-tête: every string that a person reads."
    catalog.project, catalog.version = "Tête-à-tête", __version__
    catalog.creation_date = catalog.revision_date = FOUNDED
    catalog.fuzzy = False
    with path.open("wb") as file:
        write_po(file, catalog, no_location=True, sort_output=True, omit_header=False, width=100)


def read_catalog(language: Language) -> Catalog:
    """A language's catalog; an empty one where there is none yet."""
    path = po_path(language)
    if not path.exists():
        return Catalog(locale=language.value, charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=language.value)


def po_path(language: Language) -> Path:
    """Where a language's catalog lies."""
    return translation_folder() / language.value / "LC_MESSAGES" / f"{DOMAIN}.po"


def compile_catalog(language: Language) -> None:
    """Write what gettext reads at run time."""
    if po_path(language).exists():
        with po_path(language).with_suffix(".mo").open("wb") as file:
            write_mo(file, read_catalog(language))


def find_problems(template: Catalog) -> Iterator[str]:
    """Every string that a reader would see wrong, as a line to mend."""
    same = set(SAME_AS_ENGLISH.read_text(encoding="utf-8").splitlines())
    for language in Language:
        catalog = read_catalog(language)
        for message in template:
            if message.id:
                for problem in problems_of(message, catalog, same):
                    yield f"{language.value}: {problem}: {message.id!r}"


def problems_of(message: Message, catalog: Catalog, same: set[str]) -> Iterator[str]:
    """What is wrong with one string in one catalog."""
    key = message.id[0] if isinstance(message.id, tuple | list) else message.id
    spoken = catalog.get(message.id, context=message.context)
    if spoken is None or not all(strings(spoken)):
        yield "missing or empty"
        return
    if spoken.fuzzy:
        yield "fuzzy"
    wanted = set(FIELD.findall("".join(sources(message))))
    if any(not set(FIELD.findall(text)) <= wanted for text in strings(spoken)):
        yield "unknown field"
    if set(FIELD.findall("".join(strings(spoken)))) != wanted:
        yield "lost field"
    english = str(catalog.locale) == Language.EN.value
    if not english and strings(spoken)[0] == key and key not in same:
        yield "still in English"


def strings(message: Message) -> list[str]:
    """The translated forms of a string."""
    text = message.string
    return [text] if isinstance(text, str) else list(text or [""])


def sources(message: Message) -> list[str]:
    """The source forms of a string."""
    return [message.id] if isinstance(message.id, str) else list(message.id)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
