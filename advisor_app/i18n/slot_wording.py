"""Sentences about the free times for a meeting."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from advisor_app.domain.moments import Moment
from advisor_app.domain.offers import FreeDay, FreeTimes, Offer, WhyOffered
from advisor_app.domain.opening import WhyClosed
from advisor_app.i18n import _, language
from advisor_app.i18n.agenda_words import closed_label
from advisor_app.i18n.booking_words import closed_sentence
from advisor_app.i18n.formats import clock, listed, long_date
from advisor_app.i18n.today_words import capitalised

_QUARTER = timedelta(minutes=15).total_seconds()


def slot_lines(found: FreeTimes) -> Iterator[str]:
    """What to propose and why, then what is free, a day a line; days without hours are left out."""
    if not found.offers:
        yield _("Nothing is free in these weeks: look further ahead, or choose a shorter meeting.")
        return
    yield _("To propose:")
    for offer in found.offers:
        yield offer_sentence(offer)
    yield _("Free times to begin:")
    for free in found.days:
        if (line := _day_line(free, found)) is not None:
            yield line


def offer_sentence(offer: Offer) -> str:
    """A time to propose, and what speaks for it."""
    facts = {"day": capitalised(long_date(offer.start.day)), "time": clock(offer.start.clock)}
    return {
        WhyOffered.PREFERRED: _("{day} at {time}: as the client prefers."),
        WhyOffered.NOT_AS_MISSED: _("{day} at {time}: not early, for meetings were missed before."),
        WhyOffered.SOONEST: _("{day} at {time}: the soonest."),
    }[offer.why].format(**facts)


def offer_time(offer: Offer) -> str:
    """A time to propose, on one short line."""
    day = capitalised(long_date(offer.start.day))
    return _("{day} at {time}").format(day=day, time=clock(offer.start.clock))


def offer_reason(offer: Offer) -> str:
    """What speaks for a time to propose, on a line of its own."""
    return {
        WhyOffered.PREFERRED: _("As the client prefers"),
        WhyOffered.NOT_AS_MISSED: _("Not early: meetings were missed before"),
        WhyOffered.SOONEST: _("The soonest"),
    }[offer.why]


def starts_text(starts: Sequence[Moment]) -> str:
    """Times to begin: those that follow each other by a quarter of an hour as one stretch."""
    runs: list[list[Moment]] = []
    for start in starts:
        if runs and start.utc - runs[-1][-1].utc == _QUARTER:
            runs[-1].append(start)
        else:
            runs.append([start])
    return listed(_run(run[0], run[-1]) for run in runs)


def free_on_day(found: FreeTimes, day: date) -> str | None:
    """What is free on a day, or why nothing is; None where the day was not looked at."""
    free = next((one for one in found.days if one.day == day), None)
    if free is None:
        return None
    closed = found.closed.get(day)
    if closed is not None:
        return closed_sentence(closed, long_date(day))
    if not free.starts:
        return _("Nothing is free any more on {day}.").format(day=long_date(day))
    return _("Free that day, to begin: {times}.").format(times=starts_text(free.starts))


def _run(first: Moment, last: Moment) -> str:
    if first == last:
        return clock(first.clock)
    return _("{start} to {end}").format(start=clock(first.clock), end=clock(last.clock))


def _day_line(free: FreeDay, found: FreeTimes) -> str | None:
    day = capitalised(long_date(free.day))
    closed = found.closed.get(free.day)
    if closed is not None and closed.holiday is not None:
        return _("{day}: holiday ({name}).").format(
            day=day, name=closed.holiday.in_language(language())
        )
    if closed is not None and closed.why is WhyClosed.ADVISOR_AWAY:
        return _("{day}: {why}").format(day=day, why=closed_label(closed))
    if not free.starts:
        return None
    return _("{day}: {times}.").format(day=day, times=starts_text(free.starts))
