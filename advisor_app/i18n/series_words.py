"""Sentences about a series of appointments, date by date."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from advisor_app.domain.appointments import Appointment
from advisor_app.domain.errors import TeteATeteError
from advisor_app.i18n import _
from advisor_app.i18n.booking_words import booked_sentence
from advisor_app.i18n.formats import clock, long_date
from advisor_app.i18n.today_words import capitalised
from advisor_app.i18n.wording import sentence


def series_lines(
    dates: Iterable[tuple[datetime, TeteATeteError | None, str]], booked: Sequence[Appointment]
) -> Iterator[str]:
    """What was booked, else whether each date fits; and what keeps a date out, with the refusal.

    The text beside a date, if any, tells what it makes too full.
    """
    appointments = {one.start.text: one for one in booked}
    for start, why_not, too_full in dates:
        made = appointments.get(start.isoformat(timespec="minutes"))
        said = booked_sentence(made) if made else date_sentence(start, why_not)
        yield f"{said} {too_full}" if too_full else said
    if not booked:
        yield _("Nothing was booked.")


def date_sentence(start: datetime, why_not: TeteATeteError | None) -> str:
    """Whether a date fits, or what keeps it out."""
    facts = {"day": capitalised(long_date(start.date())), "time": clock(start.time())}
    if why_not is None:
        return _("{day} at {time}: it fits.").format(**facts)
    told = _("{day} at {time} does not fit. {why}")
    return told.format(**facts, why=sentence(why_not))
