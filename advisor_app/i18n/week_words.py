"""Sentences about the plan of a week."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from advisor_app.domain.appointments import Appointment
from advisor_app.domain.codes import Place
from advisor_app.domain.keys import Key
from advisor_app.domain.suggestions.playbook import Playbooks
from advisor_app.domain.suggestions.suggestion import Named
from advisor_app.domain.week_proposal import (
    PlannedMeeting,
    WeekCheck,
    WeekProposal,
    WhyLeft,
    WhyThen,
)
from advisor_app.i18n import _, language, ngettext
from advisor_app.i18n.agenda_words import length_words
from advisor_app.i18n.formats import clock, listed, long_date, number
from advisor_app.i18n.suggestion_wording import suggestion_sentence, who_is
from advisor_app.i18n.today_words import capitalised


def week_lines(
    proposal: WeekProposal,
    named: Mapping[Key, Named],
    kept: Sequence[Appointment],
    today: date,
    books: Playbooks,
) -> Iterator[str]:
    """The week in a line, a meeting a line with its reasons, and who is met another week."""
    yield week_heading(proposal)
    for planned in proposal.meetings:
        name = named[planned.suggestion.client]
        yield "  ".join((meeting_text(planned, name), why_text(planned, name, today, books)))
    yield from left_lines(proposal, named)
    if kept:
        yield kept_week_words(len(kept))


def week_heading(proposal: WeekProposal) -> str:
    """Whose week it is, and how much of it is planned."""
    return ngettext(
        "Week of {day}, {advisor}: {count} meeting for {times} free times.",
        "Week of {day}, {advisor}: {count} meetings for {times} free times.",
        len(proposal.meetings),
    ).format(
        day=long_date(proposal.monday),
        advisor=proposal.advisor.name,
        count=len(proposal.meetings),
        times=len(proposal.times),
    )


def meeting_text(planned: PlannedMeeting, name: Named) -> str:
    """When, with whom and where."""
    return _("{day} at {time}, {minutes} minutes: {name} ({ref}), {place}.").format(
        day=capitalised(long_date(planned.start.day)),
        time=clock(planned.start.clock),
        minutes=planned.minutes,
        name=name.name,
        ref=name.ref,
        place=place_text(planned),
    )


def place_text(planned: PlannedMeeting) -> str:
    """Where, with the town of a visit."""
    if planned.town and planned.place is Place.HOME:
        return _("at home in {town}").format(town=planned.town)
    if planned.town and planned.place is Place.WORKPLACE:
        return _("at the workplace in {town}").format(town=planned.town)
    return {
        Place.BRANCH: _("at the branch"),
        Place.HOME: _("at home"),
        Place.WORKPLACE: _("at the workplace"),
        Place.PHONE: _("by telephone"),
        Place.VIDEO: _("by video"),
    }[planned.place]


def why_text(planned: PlannedMeeting, name: Named, today: date, books: Playbooks) -> str:
    """Why this client, and why then."""
    suggestion = planned.suggestion
    because = suggestion_sentence(suggestion, who_is(name.kind, name.title), today, books)
    return " ".join(filter(None, (because, time_text(planned.why))))


def time_text(why: WhyThen) -> str:
    """What speaks for the time; nothing where it is merely free."""
    return {
        WhyThen.PREFERRED: _("The time is one that the client prefers."),
        WhyThen.ON_THE_WAY: _("Another visit leads to the same town that day."),
        WhyThen.FITS: "",
    }[why]


def form_text(planned: PlannedMeeting, books: Playbooks) -> str:
    """The form, how long, and where a visit leads."""
    ritual = books.rituals[planned.suggestion.ritual].label.in_language(language())
    length = length_words(planned.minutes)
    if planned.town:
        return _("{ritual} · {length} · {town}").format(
            ritual=ritual, length=length, town=planned.town
        )
    return _("{ritual} · {length}").format(ritual=ritual, length=length)


def left_text(why: WhyLeft) -> str:
    """Why somebody is met another week."""
    return {
        WhyLeft.OTHERS_FIRST: _("Others come first this week."),
        WhyLeft.NO_TIME: _("No free time of this week suits."),
        WhyLeft.TAKEN_OUT: _("You chose another week."),
    }[why]


def planned_sentence(proposal: WeekProposal) -> str:
    """How much of the week is planned."""
    return ngettext(
        "{count} meeting for {times} free times.",
        "{count} meetings for {times} free times.",
        len(proposal.meetings),
    ).format(count=len(proposal.meetings), times=len(proposal.times))


def load_sentences(check: WeekCheck) -> list[str]:
    """What the week would hold, beside what its advisor can hold well; the days that are full."""
    told = []
    if check.week.capacity is not None:
        words = ngettext(
            "The week would hold {count} appointment, and {capacity} can be held well.",
            "The week would hold {count} appointments, and {capacity} can be held well.",
            check.week.meetings,
        )
        told.append(
            words.format(count=number(check.week.meetings), capacity=number(check.week.capacity))
        )
    for load in check.days:
        if load.is_too_full:
            words = _("{day} would hold {meetings} appointments, and {most} can be held well.")
            told.append(
                words.format(
                    day=capitalised(long_date(load.day)),
                    meetings=number(load.meetings),
                    most=number(load.most),
                )
            )
    return told


def is_over(check: WeekCheck) -> bool:
    """Whether a day or the week would hold more than can be held well."""
    return check.week.is_too_full or any(load.is_too_full for load in check.days)


def kept_week_words(count: int) -> str:
    """What was proposed, and until when its times are held."""
    return ngettext(
        "{count} meeting is proposed: its time is held until the evening before.",
        "{count} meetings are proposed: their times are held until the evening before.",
        count,
    ).format(count=count)


def left_lines(proposal: WeekProposal, named: Mapping[Key, Named]) -> Iterator[str]:
    """Who is met another week, by the reason."""
    told = {
        WhyLeft.OTHERS_FIRST: _("Another week, for others come first: {names}."),
        WhyLeft.NO_TIME: _("No free time of this week suits: {names}."),
        WhyLeft.TAKEN_OUT: _("Another week, as you asked: {names}."),
    }
    for why, sentence in told.items():
        names = [named[one.suggestion.client].name for one in proposal.left if one.why is why]
        if names:
            yield sentence.format(names=listed(names))
