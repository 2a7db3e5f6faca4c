"""The sentences of "Today"."""

from collections.abc import Sequence
from datetime import date, datetime, time

from advisor_app.domain.codes import AppointmentStatus, Place, State
from advisor_app.domain.people import Person
from advisor_app.domain.today import DayAppointment, Figures, Share, Today
from advisor_app.i18n import _, ngettext, npgettext, pgettext
from advisor_app.i18n.formats import clock, long_date, month_name
from advisor_app.i18n.people_words import agreement, joint_name

_NOON = time(12)
_EVENING = time(18)
_SOON_MINUTES = 60
_OVER = {AppointmentStatus.CANCELLED, AppointmentStatus.MISSED}


def greeting(today: Today) -> str:
    """The title: a greeting that names who comes next, within the hour, or at what time."""
    greeted = hello(today)
    coming = next_visit(today)
    if coming is None:
        return greeted
    return _("{hello} {coming}").format(hello=greeted, coming=_coming(today.now, coming))


def next_visit(today: Today) -> DayAppointment | None:
    """The next appointment of the day that is not over and stands."""
    ahead = [
        one for one in today.appointments if one.start >= today.now and one.status not in _OVER
    ]
    return ahead[0] if ahead else None


def hello(today: Today) -> str:
    """A greeting by name, as the hour has it."""
    evening = today.now.time() >= _EVENING
    if not today.first_name:
        return _("Good evening.") if evening else _("Hello.")
    words = _("Good evening, {name}.") if evening else _("Hello {name}.")
    return words.format(name=today.first_name)


def _coming(now: datetime, coming: DayAppointment) -> str:
    who = joint_name(coming.people)
    minutes = int((coming.start - now).total_seconds() // 60)
    several = len(coming.people) > 1
    if minutes == 0:
        words = pgettext("several", "{who} arrive now.") if several else _("{who} arrives now.")
        return words.format(who=who)
    if minutes < _SOON_MINUTES:
        words = (
            pgettext("several", "{who} arrive in {minutes} min.")
            if several
            else _("{who} arrives in {minutes} min.")
        )
        return words.format(who=who, minutes=minutes)
    words = pgettext("several", "{who} come at {time}.") if several else _("{who} comes at {time}.")
    return words.format(who=who, time=clock(coming.start.time()))


def subtitle(today: Today) -> str:
    """The day, and what it holds."""
    parts = [capitalised(long_date(today.now.date())), visits(len(today.appointments))]
    due = today.figures.due + today.figures.to_write_up
    if due:
        follow_ups = ngettext("{count} follow-up to do", "{count} follow-ups to do", due)
        parts.append(follow_ups.format(count=due))
    return " · ".join(parts)


def visits(count: int) -> str:
    """How many appointments the day has."""
    if count == 0:
        return _("no appointment today")
    return ngettext("{count} appointment today", "{count} appointments today", count).format(
        count=count
    )


def capitalised(text: str) -> str:
    """The text with a capital, as a line begins."""
    return text[:1].upper() + text[1:]


def met_share(figures: Figures) -> str:
    """The denominator of the first figure."""
    return ngettext("{met} client of {count}", "{met} clients of {count}", figures.met).format(
        met=figures.met, count=figures.clients
    )


def met_trend(figures: Figures, before: Share, now: date) -> str:
    """How the share moved since January; empty where there is nothing to compare."""
    if not before.clients or not figures.clients:
        return ""
    points = round(100 * figures.met / figures.clients) - round(100 * before.met / before.clients)
    january = month_name(now.replace(month=1, day=1))
    if points == 0:
        return _("the same as in {month}").format(month=january)
    count = abs(points)
    words = (
        ngettext("{count} point more than in {month}", "{count} points more than in {month}", count)
        if points > 0
        else ngettext(
            "{count} point less than in {month}", "{count} points less than in {month}", count
        )
    )
    return words.format(count=count, month=january)


def clients_of(count: int, total: int) -> str:
    """The denominator of a count of clients."""
    return ngettext("client of {total}", "clients of {total}", count).format(total=total)


def inherited_of(figures: Figures) -> str:
    """The denominator of the clients not met since the change of advisor."""
    return ngettext(
        "of {count} client who had another advisor",
        "of {count} clients who had another advisor",
        figures.inherited,
    ).format(count=figures.inherited)


def due_detail(figures: Figures) -> str:
    """What the follow-ups are."""
    if not figures.to_write_up:
        return _("promises and follow-ups that are due")
    return ngettext(
        "{count} of them a meeting note", "{count} of them meeting notes", figures.to_write_up
    ).format(count=figures.to_write_up)


def where(appointment: DayAppointment) -> str:
    """The room, or the place."""
    if appointment.room:
        return appointment.room
    return place_label(appointment.place)


def place_label(place: Place) -> str:
    """Where an appointment happens."""
    return {
        Place.BRANCH: _("At the branch"),
        Place.HOME: _("At the client's home"),
        Place.WORKPLACE: _("At the client's workplace"),
        Place.PHONE: _("By phone"),
        Place.VIDEO: _("By video"),
    }[place]


def soon(now: datetime, appointment: DayAppointment) -> str:
    """What the next appointment says in its third line."""
    minutes = max(int((appointment.start - now).total_seconds() // 60), 0)
    if minutes >= _SOON_MINUTES:
        words = where(appointment)
    else:
        words = ngettext("in {count} min", "in {count} min", minutes).format(count=minutes)
    if appointment.first_meeting:
        return _("{when} · First meeting").format(when=words)
    return words


def seen_tag(people: Sequence[Person], state: State, months: int | None) -> str:
    """The presence in two or three words, agreeing with the people."""
    who = agreement(people)
    if months is None or state in {State.ONLINE_ONLY, State.SILENT, State.VOICE_ONLY, State.NEW}:
        return state_label(state, who)
    if months == 0:
        return {
            "feminine": pgettext("feminine", "Seen this month"),
            "masculine": pgettext("masculine", "Seen this month"),
            "several": pgettext("several", "Seen this month"),
        }.get(who, _("Seen this month"))
    words = {
        "feminine": npgettext(
            "feminine", "Seen {count} month ago", "Seen {count} months ago", months
        ),
        "masculine": npgettext(
            "masculine", "Seen {count} month ago", "Seen {count} months ago", months
        ),
        "several": npgettext(
            "several", "Seen {count} month ago", "Seen {count} months ago", months
        ),
    }.get(who) or ngettext("Last seen {count} month ago", "Last seen {count} months ago", months)
    return words.format(count=months)


def state_label(state: State, who: str = "neutral") -> str:
    """A state's name."""
    if state is State.NEW:
        return {
            "feminine": pgettext("feminine", "New client"),
            "several": pgettext("several", "New client"),
        }.get(who, _("New client"))
    if state is State.MET:
        return {
            "feminine": pgettext("feminine", "Seen within a year"),
            "several": pgettext("several", "Seen within a year"),
        }.get(who, _("Seen within a year"))
    if state is State.DRIFTING:
        return {
            "feminine": pgettext("feminine", "Seen more than a year ago"),
            "several": pgettext("several", "Seen more than a year ago"),
        }.get(who, _("Seen more than a year ago"))
    return {
        State.VOICE_ONLY: _("By voice only"),
        State.ONLINE_ONLY: _("Online only"),
        State.SILENT: _("No recent contact"),
    }[state]


def not_introduced_tag(people: Sequence[Person], *, ever_met: bool) -> str:
    """Not introduced or, where nobody of the bank ever met them, never met."""
    who = agreement(people)
    if ever_met:
        return {
            "feminine": pgettext("feminine", "Not introduced yet"),
            "masculine": pgettext("masculine", "Not introduced yet"),
            "several": pgettext("several", "Not introduced yet"),
        }.get(who, _("Not introduced yet"))
    return {
        "feminine": pgettext("feminine", "Never met"),
        "masculine": pgettext("masculine", "Never met"),
        "several": pgettext("several", "Never met"),
    }.get(who, _("Never met"))


def client_since(people: Sequence[Person], since: date | None) -> str:
    """As in "cliente depuis 1981"; empty where it is not known."""
    if since is None:
        return ""
    words = {
        "feminine": pgettext("feminine", "client since {year}"),
        "masculine": pgettext("masculine", "client since {year}"),
        "several": pgettext("several", "client since {year}"),
    }.get(agreement(people), _("client since {year}"))
    return words.format(year=since.year)
