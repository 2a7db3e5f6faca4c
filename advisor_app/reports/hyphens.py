"""Where a word may be divided, by language: Liang's method over the patterns of TeX.

Only ordinary words are ever divided. What begins with a capital may be somebody's name; in German,
where every noun has one, only nouns that end as the trade's compounds do.
"""

import re
from functools import cache, lru_cache

from advisor_app.domain.codes import Language
from advisor_app.resources import resource_folder

# So many letters stay on each side, and shorter words are left whole.
_LEAST, _SHORTEST = 3, 8
_OPENING = re.compile(r"[«“„\"'\u2019(\[\u00a0]*(?:[^\W\d_]{1,5}['\u2019])?")
_LETTERS = re.compile(r"[^\W\d_]+")
_CLOSING = re.compile(r"[\u00a0\u202f.,;:!?»”“\"'\u2019)\]…]*")
# How a German compound ends that is certainly no family's name and no place.
_COMPOUND = re.compile(
    "(?:(?<!j)ung|heit|keit|schaft|tion|ität|kenntnis|ergebnis|verzeichnis|verhältnis|ersparnis"
    "|erlaubnis|zeugnis|ereignis|laufzeit|arbeitszeit|frist|auskunft|auskünft|einkünft|schrift"
    "|vollmacht|übersicht|nachricht|steuer|nummer|summe|quote|rendite|rente|prämie|karte|vorsorge"
    "|übergabe|abgabe|angabe|ausgabe|aufgabe|anlage|einlage|rücklage|reserve|filiale|schwelle"
    "|fläche|lücke|klasse|reihenfolge|nachfolge|dauer|liste|mappe|gruppe|urkunde|gebühr|kasse|börse"
    "|person|daten|datum|konto|konten|kosten|risiko|einkommen|vermögen|vorhaben|verfahren|schreiben"
    "|unternehmen|guthaben|kapital|programm|profil|formular|modell|projekt|produkt|objekt|kredit"
    "|budget|depot|geschäft|gespräch|geschenk|gesetz|bezugsrecht|widerrufsrecht|wohnrecht|erbrecht"
    "|blatt|blätt|etikett|zertifikat|mittel|wechsel|anteil|vorteil|sparziel|partner|berater|nehmer"
    "|geber|inhaber|mitarbeiter|vertreter|anbieter|empfänger|privatkunde|geschäftskunde|vertrag"
    "|verträg|betrag|beträg|antrag|anträg|auftrag|aufträg|beitrag|beiträg|ertrag|erträg|vorschlag"
    "|vorschläg|rückgang|vorgang|vorgäng|zugang|eingang|auszug|auszüg|bezug|bezüg|bescheid|bestand"
    "|beständ|haushaltsvorstand|aufwand|unterschied|abschluss|abschlüss|überschuss|überschüss"
    "|zuschuss|zuschüss|abschnitt|rückruf|hauskauf|wohnungskauf|immobilienkauf|verkauf|termin"
    "|beginn|sparplan|sparplän|tilgungsplan|nachweis|ausweis|hinweis|kaufpreis|bereich|vergleich"
    "|ausgleich|wohnsitz|zinssatz|umsatz|datenschutz|punkt|marktwert|schriftstück|maßnahme|einnahme"
    "|versicherer)(?:e|en|n|s|es|er|ern)?$"
)


@lru_cache(maxsize=4096)
def divisions(word: str, language: Language) -> tuple[int, ...]:
    """After how many characters a hyphen may end a line; nothing for what must stay whole.

    `word` is printable text between two blanks: signs around it and an elided article before it
    count as its characters.
    """
    start = _end_of(_OPENING, word, 0)
    end = _end_of(_LETTERS, word, start)
    if _end_of(_CLOSING, word, end) != len(word) or not _is_ordinary(word[start:end], language):
        return ()
    levels = _levels(word[start:end].lower(), language)
    within = range(_LEAST, end - start - _LEAST + 1)
    return tuple(start + at for at in within if levels[at] % 2)


def _end_of(pattern: re.Pattern[str], word: str, start: int) -> int:
    found = pattern.match(word, start)
    return found.end() if found else start


def _is_ordinary(word: str, language: Language) -> bool:
    """Whether these letters are certainly no name."""
    if len(word) < _SHORTEST:
        return False
    if word.islower():
        return True
    noun = language is Language.DE and word[1:].islower()
    return noun and _COMPOUND.search(word, _LEAST) is not None


def _levels(word: str, language: Language) -> list[int]:
    """The level before each letter and after the last; odd ones allow a hyphen."""
    patterns, longest = _patterns(language)
    marked = f".{word}."
    levels = [0] * (len(marked) + 1)
    for start in range(len(marked)):
        for end in range(start + 1, min(start + longest, len(marked)) + 1):
            pattern = patterns.get(marked[start:end])
            if pattern is not None:
                for at, level in enumerate(_pattern_levels(pattern), start):
                    levels[at] = max(levels[at], level)
    return levels[1:]


def _pattern_levels(pattern: str) -> list[int]:
    """The digits before each letter of a pattern and after the last; 0 where there is none."""
    levels = [0]
    for char in pattern:
        if char.isdigit():
            levels[-1] = int(char)
        else:
            levels.append(0)
    return levels


@cache
def _patterns(language: Language) -> tuple[dict[str, str], int]:
    """The patterns by their letters, and the length of the longest; read once per process."""
    path = resource_folder() / "hyphenation" / f"{language.value}.txt"
    text = path.read_text(encoding="utf-8")
    letters = text
    for level in "123456789":
        letters = letters.replace(level, "")
    patterns = dict(zip(letters.split(), text.split(), strict=True))
    return patterns, max(map(len, patterns))
