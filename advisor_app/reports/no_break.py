"""Blanks at which no line ends, by language: before signs, inside sums, dates and forms of address."""

import re
from functools import cache

from advisor_app.domain.codes import Language

NO_BREAK_SPACE = "\u00a0"

# Bank accounts: the groups of four after a country's two letters and two digits.
_ACCOUNT = re.compile(r"\b[A-Z]{2}\d{2}(?: [A-Z0-9]{4}){2,7}(?: [A-Z0-9]{1,3})?\b")
_MEASURES = "km|m|m²|m³|cm|mm|ha|kg|g|kWh|kW|Mo|Go|EUR|CHF|USD|GBP|k€|M€|h|min|s"

_MONTHS = {
    Language.FR: "janvier|janv|février|févr|mars|avril|avr|mai|juin|juillet|juil|août|septembre|sept"
    "|octobre|oct|novembre|nov|décembre|déc",
    Language.EN: "January|Jan|February|Feb|March|Mar|April|Apr|May|June|Jun|July|Jul|August|Aug"
    "|September|Sept|Sep|October|Oct|November|Nov|December|Dec",
    Language.NL: "januari|jan|februari|feb|maart|mrt|april|apr|mei|juni|jun|juli|jul|augustus|aug"
    "|september|sep|sept|oktober|okt|november|nov|december|dec",
    Language.DE: "Januar|Jan|Februar|Feb|März|April|Apr|Mai|Juni|Jun|Juli|Jul|August|Aug|September"
    "|Sept|Sep|Oktober|Okt|November|Nov|Dezember|Dez",
}
_UNITS = {
    Language.FR: "an|ans|mois|jour|jours|heure|heures|minute|minutes|euro|euros|francs",
    Language.EN: "year|years|month|months|day|days|hour|hours|minute|minutes|am|pm|euros|francs",
    Language.NL: "jaar|maand|maanden|dag|dagen|uur|minuten|euro|frank",
    Language.DE: "Jahr|Jahre|Jahren|Monat|Monate|Monaten|Tag|Tage|Tagen|Uhr|Std|Stunde|Stunden|Min"
    "|Minuten|Euro|Franken",
}
# What stands before a name. A lone capital with its dot, as in "M. Durand" or "J. Martin", is
# known in every language.
_TITLES = {
    Language.FR: "MM.|Mme|Mmes|Mlle|Me|Dr|Pr|Monsieur|Madame|Maître|Docteur",
    Language.EN: "Mr|Mrs|Ms|Miss|Dr|Prof|St|Mr.|Mrs.|Ms.|Dr.|Prof.|St.",
    Language.NL: "dhr.|mevr.|mw.|mr.|dr.|ir.|drs.|prof.|heer|mevrouw",
    Language.DE: "Herr|Herrn|Frau|Hr.|Fr.|Dr.|Prof.|Ing.|St.",
}
_ALSO = {
    Language.FR: (r"(?<=\b1er )(?=(?:{months})\b)", r"(?<=\bp\. )(?=ex\.)"),
    Language.EN: (r"(?<=\d(?:st|nd|rd|th) )(?=(?:{months})\b)", "{months_before_a_day}"),
    Language.NL: (r"(?<=\bprof\. )(?=dr\.)",),
    Language.DE: (r"(?<=\d\. )(?=(?:{months})\b)",),
}
_EVERYWHERE = (
    r"(?=[:;!?»%‰€°])",
    r"(?<=[«§€£$№] )",
    r"(?<=\d )(?=\d|(?:{units})(?!\w)|(?:{months})\b|/ \d|\(0\))",
    r"(?<=\d / )(?=\d)",
    r"(?<=\d h )(?=\d\d)",
    r"(?<=\(0\) )(?=\d)",
    r"(?<=\b(?:CHF|EUR|USD|GBP) )(?=\d)",
    r"(?<=[nN][°º] )(?=\d)",
    # "p. 4", "Nr. 4", "art. 5", "Tel. 030"
    r"(?:(?<=\b\w\. )|(?<=\b\w\w\. )|(?<=\b\w{3}\. ))(?=[+\d])",
    # "z. B.", "u. a.", "i. d. R."
    r"(?<=\b[a-z]\. )(?=[^\W\d_]\.)",
    r"(?<=\b[A-ZÀ-Þ]\. )(?=[^\W\d_a-zà-ÿ])",
)


def steadied(text: str, language: Language) -> str:
    """The text with a no-break space for every blank at which no line may end."""
    return _blanks(language).sub(NO_BREAK_SPACE, _ACCOUNT.sub(_whole, text))


def _whole(account: re.Match[str]) -> str:
    return account[0].replace(" ", NO_BREAK_SPACE)


@cache
def _blanks(language: Language) -> re.Pattern[str]:
    """A blank under any of the rules; between two words in small letters there is none."""
    months = _MONTHS[language]
    words = {
        "units": f"{_MEASURES}|{_UNITS[language]}",
        "months": months,
        "months_before_a_day": _after(months, r"(?=\d\d?\b)"),
    }
    rules = [*_EVERYWHERE, *_ALSO[language], _after(_TITLES[language], r"(?=[^\W\d_a-zà-ÿ])")]
    either = "|".join(_filled(rule, words) for rule in rules)
    return re.compile(f" (?!(?<=[a-zà-ÿ]{3} )[a-zà-ÿ])(?:{either})")


def _filled(rule: str, words: dict[str, str]) -> str:
    for name, meant in words.items():
        rule = rule.replace(f"{{{name}}}", meant)
    return rule


def _after(words: str, following: str) -> str:
    """A rule for the blank after any of the words; each needs a look of its own length."""
    looks = "|".join(rf"(?<=\b{re.escape(word)} )" for word in words.split("|"))
    return f"(?:{looks}){following}"
