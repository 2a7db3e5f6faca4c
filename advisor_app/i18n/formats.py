"""Dates, times, amounts and numbers as each language writes them (DESIGN.md, section 7)."""

from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_skeleton, get_timezone_location
from babel.numbers import format_currency, format_decimal, format_percent

from advisor_app.domain.codes import Language
from advisor_app.domain.months import less_months
from advisor_app.domain.partial_date import PartialDate
from advisor_app.i18n import _, language, ngettext, pgettext

NO_BREAK_SPACE = "\u00a0"
_LOCALES = {Language.FR: "fr", Language.EN: "en_GB", Language.NL: "nl", Language.DE: "de"}
# Each language is named in itself, whichever one speaks.
LANGUAGES = {
    Language.FR: "Français",
    Language.EN: "English",
    Language.NL: "Nederlands",
    Language.DE: "Deutsch",
}
_LONG_DATES = {
    Language.FR: "EEEE d MMMM y",
    Language.EN: "EEEE d MMMM y",
    Language.NL: "EEEE d MMMM y",
    Language.DE: "EEEE, d. MMMM y",
}
_SHORT_DATES = {
    Language.FR: "d MMM",
    Language.EN: "d MMM",
    Language.NL: "d MMM",
    Language.DE: "d. MMM",
}
_FIELD_DATES = {
    Language.FR: "dd/MM/y",
    Language.EN: "dd/MM/y",
    Language.NL: "dd-MM-y",
    Language.DE: "dd.MM.y",
}
_COUNTED = {
    Language.FR: "deux trois quatre cinq six sept huit neuf",
    Language.EN: "two three four five six seven eight nine",
    Language.NL: "twee drie vier vijf zes zeven acht negen",
    Language.DE: "zwei drei vier fünf sechs sieben acht neun",
}
_WEEKS = 8
_MONTHS = 36
_WEEK_DAYS = 7


def locale() -> str:
    """The present language's locale, as Babel names it."""
    return _LOCALES[language()]


def long_date(day: date) -> str:
    """As in "jeudi 23 avril 2026"; French writes "1er"."""
    return _ordinal_first(format_date(day, _LONG_DATES[language()], locale()), day)


def plain_date(day: date) -> str:
    """As in "23 avril 2026"."""
    pattern = _LONG_DATES[language()].replace("EEEE, ", "").replace("EEEE ", "")
    return _ordinal_first(format_date(day, pattern, locale()), day)


def day_and_month(day: date) -> str:
    """As in "2 avril"."""
    pattern = _LONG_DATES[language()].replace("EEEE, ", "").replace("EEEE ", "")
    return _ordinal_first(format_date(day, pattern.removesuffix(" y"), locale()), day)


def short_date(day: date, today: date) -> str:
    """As in "23 avr." within this year and "9 nov. 2023" outside it."""
    pattern = _SHORT_DATES[language()] + ("" if day.year == today.year else " y")
    return _ordinal_first(format_date(day, pattern, locale()), day)


def field_date(day: date) -> str:
    """As in "23/04/2026", for fields and tables."""
    return format_date(day, _FIELD_DATES[language()], locale())


def month_and_year(day: date) -> str:
    """As in "janvier 2027"."""
    return format_skeleton("yMMMM", day, locale=locale())


def month_name(day: date) -> str:
    """As in "janvier", within this year."""
    return format_date(day, "LLLL", locale())


def short_month_and_year(day: date) -> str:
    """As in "janv. 2027"."""
    return format_skeleton("yMMM", day, locale=locale())


def partial_date(value: PartialDate) -> str:
    """A year, a month with its year, or a day."""
    if value.month is None:
        return str(value.year)
    return month_and_year(value.first_day) if value.day is None else plain_date(value.first_day)


def target_date(value: PartialDate) -> str:
    """A partial date as it stands after "for": French and German put an article before a day."""
    words = partial_date(value)
    return words if value.day is None else pgettext("after for", "{day}").format(day=words)


def listed(parts: Iterable[str]) -> str:
    """Parts of a line one after the other; French sets a space before the semicolon."""
    return pgettext("between parts of a line", "; ").join(parts)


def clock(moment: time) -> str:
    """As in "10 h 30", "10:30", "10.30 uur", "10:30 Uhr"; spaces do not break."""
    space = NO_BREAK_SPACE
    match language():
        case Language.FR:
            return f"{moment.hour}{space}h{space}{moment.minute:02}"
        case Language.NL:
            return f"{moment.hour}.{moment.minute:02}{space}uur"
        case Language.DE:
            return f"{moment.hour:02}:{moment.minute:02}{space}Uhr"
        case _:
            return f"{moment.hour:02}:{moment.minute:02}"


def clock_in(moment: time, zone: str) -> str:
    """A time for somebody in another zone: whose clock shows it, by the town of an IANA zone."""
    town = get_timezone_location(ZoneInfo(zone), locale=locale(), return_city=True)
    return _("{time} ({town} time)").format(time=clock(moment), town=town)


def short_clock(moment: time) -> str:
    """As `clock`, without the word that Dutch and German add: for columns of times."""
    return clock(moment).removesuffix(f"{NO_BREAK_SPACE}uur").removesuffix(f"{NO_BREAK_SPACE}Uhr")


def hour(moment: time) -> str:
    """A whole hour beside the lines of a day: as in "9 h" or "09:00"."""
    return short_clock(moment).removesuffix(f"{NO_BREAK_SPACE}00")


def money(amount: Decimal, currency: str = "EUR", *, cents: bool | None = None) -> str:
    """As in "285 000 €"; cents are shown where there are any, or as asked."""
    with_cents = cents if cents is not None else amount != amount.to_integral_value()
    text = format_currency(
        amount if with_cents else amount.to_integral_value(),
        currency,
        locale=locale(),
        currency_digits=False,
        format=None if with_cents else _whole_currency_pattern(),
    )
    return _steady_spaces(text)


def number(value: Decimal | int) -> str:
    """A number with its groups and decimals."""
    return _steady_spaces(format_decimal(value, locale=locale()))


def counted(count: int) -> str:
    """A number within a sentence (DESIGN.md, section 7): in words from two to nine."""
    return dict(enumerate(_COUNTED[language()].split(), 2)).get(count) or number(count)


def percent(share: Decimal | float, digits: int = 0) -> str:
    """A share of one as in "58 %"."""
    decimals = f".{'0' * digits}" if digits else ""
    space = NO_BREAK_SPACE if language() in (Language.FR, Language.DE) else ""
    return _steady_spaces(format_percent(share, f"#,##0{decimals}{space}%", locale=locale()))


def ago(day: date, today: date) -> str:
    """How long ago, in the largest unit that reads well (DESIGN.md: weeks to 8, months to 36)."""
    days = (today - day).days
    if days <= 1:
        return _("today") if days <= 0 else _("yesterday")
    weeks = days // _WEEK_DAYS
    months = months_between(day, today)
    if weeks < 1:
        return ngettext("{count} day ago", "{count} days ago", days).format(count=days)
    if weeks < _WEEKS:
        return ngettext("{count} week ago", "{count} weeks ago", weeks).format(count=weeks)
    if months < _MONTHS:
        return ngettext("{count} month ago", "{count} months ago", months).format(count=months)
    years = months // 12
    return ngettext("{count} year ago", "{count} years ago", years).format(count=years)


def months_between(day: date, today: date) -> int:
    """Completed calendar months from one day to a later one."""
    months = (today.year - day.year) * 12 + today.month - day.month
    return months if less_months(today, months) >= day else months - 1


def _whole_currency_pattern() -> str:
    space = NO_BREAK_SPACE
    return {
        Language.EN: "¤#,##0",
        Language.NL: f"¤{space}#,##0;¤{space}-#,##0",
    }.get(language(), f"#,##0{space}¤")


def _ordinal_first(text: str, day: date) -> str:
    if language() is Language.FR and day.day == 1:
        return (
            text.replace("1 ", "1er ", 1)
            if text.startswith("1 ")
            else text.replace(" 1 ", " 1er ", 1)
        )
    return text


def _steady_spaces(text: str) -> str:
    """French groups digits with the narrow no-break space; every space inside stays put."""
    return text.replace(" ", NO_BREAK_SPACE)


def weekday_name(day: date, *, short: bool = False) -> str:
    """As in "jeudi", or "jeu."."""
    return format_date(day, "EEE" if short else "EEEE", locale())


def weekday_initial(day: date) -> str:
    """The weekday's letter above a column of a calendar."""
    return format_date(day, "EEEEE", locale())


def day_number(day: date) -> str:
    """As in "23"; the first of a month names it, as in "1er mai"."""
    return day_and_month(day) if day.day == 1 else str(day.day)


def month_initial(day: date) -> str:
    """The month's letter under a bar."""
    return format_date(day, "LLLLL", locale())


def file_size(size: int) -> str:
    """Bytes as in "14,2 Mo" or "312 Ko": thousands, as disks are sold."""
    for unit in (_("kB"), _("MB"), _("GB")):
        size_in_unit = Decimal(size) / 1000
        if size_in_unit < 1000 or unit == _("GB"):  # noqa: PLR2004 what the next unit is made of
            break
        size = size // 1000
    digits = 0 if size_in_unit >= 100 else 1  # noqa: PLR2004 three digits say enough
    shown = format_decimal(round(size_in_unit, digits), locale=locale())
    return _steady_spaces(f"{shown}{NO_BREAK_SPACE}{unit}")
