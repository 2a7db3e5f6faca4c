"""Sentences about the plan of a week."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from advisor_app.domain.appointments import Appointment
from advisor_app.domain.codes import Place
from advisor_app.domain.keys import Key
from advisor_app.domain.suggestions.playbook import Playbooks
from advisor_app.domain.suggestions.suggestion import Named
from advisor_app.domain.week_proposal import PlannedMeeting, WeekProposal, WhyLeft, WhyThen
from advisor_app.i18n import _, ngettext
from advisor_app.i18n.formats import clock, listed, long_date
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
        yield ngettext(
            "{count} meeting is proposed: its time is held until the evening before.",
            "{count} meetings are proposed: their times are held until the evening before.",
            len(kept),
        ).format(count=len(kept))


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
