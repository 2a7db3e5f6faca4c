"""The sentences of a client's page."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from advisor_app.domain.client_page import (
    AppointmentCard,
    ClientPage,
    ContactLine,
    FollowUpCard,
    HouseholdPerson,
    ProjectCard,
)
from advisor_app.domain.codes import Channel, Flag, Link
from advisor_app.domain.people import Person
from advisor_app.domain.presence import RaisedFlag
from advisor_app.i18n import _, ngettext, pgettext
from advisor_app.i18n.channel_words import channel_label
from advisor_app.i18n.formats import (
    clock,
    day_and_month,
    long_date,
    money,
    month_and_year,
    plain_date,
    target_date,
)
from advisor_app.i18n.people_words import age, aged, agreement
from advisor_app.i18n.portfolio_words import ahead_of, link_label
from advisor_app.i18n.today_words import capitalised, place_label

_MINUTES = 60


def household_words(page: ClientPage, today: date) -> str:
    """Who lives there, with ages; one person's age alone."""
    people = [one.person for one in page.people]
    if len(people) <= 1:
        return aged(page.clients[0], today) if page.clients else ""
    names = ", ".join(aged(person, today) for person in people)
    return _("Household of {count}: {names}").format(count=len(people), names=names)


def clients_since(people: Sequence[Person], since: date) -> str:
    """As in "Clients depuis 2014"."""
    words = {
        "feminine": pgettext("feminine", "Client since {year}"),
        "masculine": pgettext("masculine", "Client since {year}"),
        "several": pgettext("several", "Client since {year}"),
    }.get(agreement(people), _("Client since {year}"))
    return words.format(year=since.year)


def preference_words(page: ClientPage) -> tuple[str, ...]:
    """How and when they prefer to be met, as the bank noted it."""
    found = []
    if page.preferred_channel:
        found.append(_("Prefers: {channel}").format(channel=_channel(page.preferred_channel)))
    if page.preferred_time:
        found.append(capitalised(page.preferred_time))
    return tuple(found)


def _channel(code: str) -> str:
    known = {channel.value: channel for channel in Channel}
    return channel_label(known[code]) if code in known else code


def reason_title(raised: RaisedFlag) -> str:
    """What a flag is called above its sentence."""
    return {
        Flag.ONLINE_ONLY: pgettext("about one client", "Served online only"),
        Flag.NOT_INTRODUCED: _("You have not been introduced"),
        Flag.ERRANDS_ONLY: _("Comes by for errands only"),
        Flag.PROJECT_UNATTENDED: _("A project is waiting"),
        Flag.UNANSWERED: _("Your letters are without an answer"),
        Flag.FOLLOW_UP_DUE: _("A follow-up is owed"),
        Flag.COMMITMENT_DUE: _("A promise is past its day"),
    }[raised.flag]


def project_line(card: ProjectCard, today: date) -> str:
    """When a project is for, and how far that is."""
    if card.target is None:
        if card.noted_on is None:
            return _("No date yet")
        return _("Noted on {day}").format(day=plain_date(card.noted_on))
    when = _("For {when}").format(when=target_date(card.target))
    far = ahead_of(card, today)
    return _("{when} ({far})").format(when=when, far=far) if far else when


def project_amounts(
    card: ProjectCard, labels: Mapping[str, str] | None = None
) -> tuple[tuple[str, str], ...]:
    """The amounts that are known of a project, with their labels; `labels` names its inputs."""
    found = []
    if card.amount is not None:
        found.append((_("Amount"), money(card.amount, card.currency)))
    for name, kept in card.inputs:
        if labels is not None and name in labels:
            amount = _amount(kept)
            if amount is not None and amount != card.amount:
                found.append((labels[name], money(amount, card.currency)))
    return tuple(found)


def _amount(kept: str) -> Decimal | None:
    try:
        amount = Decimal(kept)
    except ArithmeticError:
        return None
    return amount if amount.is_finite() else None


def appointment_title(card: AppointmentCard, today: date) -> str:
    """When the appointment is, or was."""
    day = card.start.date()
    time = clock(card.start.time())
    if day == today:
        return _("Today at {time}").format(time=time)
    return _("{day} at {time}").format(day=capitalised(long_date(day)), time=time)


def appointment_lines(card: AppointmentCard, people: Sequence[Person]) -> tuple[str, ...]:
    """Where, how long, with whom, and whether the sheet is printed."""
    minutes = int((card.end - card.start).total_seconds() // 60)
    where = card.room or place_label(card.place)
    parts = [where, duration(minutes)]
    if len(people) > 1:
        together = len(card.people) == len(people)
        parts.append(_("everybody") if together else ", ".join(one.name for one in card.people))
    lines = [" · ".join(parts)]
    if card.colleague is not None:
        words = _("with {advisor} and {colleague}")
        lines.append(words.format(advisor=card.advisor, colleague=card.colleague))
    return (*lines, _stands(card))


def _stands(card: AppointmentCard) -> str:
    """Whether its sheet is printed, or its outcome told."""
    if card.is_past:
        return _("Not written up yet")
    if card.printed_on is None:
        return _("Sheet not printed yet")
    return _("Sheet printed on {day}").format(day=plain_date(card.printed_on))


def follow_up_lines(owed: FollowUpCard, today: date) -> tuple[str, str]:
    """That a word is owed after a meeting, and until when."""
    held = _("Meeting of {day}").format(day=day_and_month(owed.held_on))
    words = _("{held} · due since {day}") if owed.due.date() < today else _("{held} · by {day}")
    due = day_and_month(owed.due.date())
    return _("A word is still to be sent"), words.format(held=held, day=due)


def duration(minutes: int) -> str:
    """A length in hours and minutes."""
    hours, rest = divmod(minutes, _MINUTES)
    if not hours:
        return ngettext("{count} minute", "{count} minutes", rest).format(count=rest)
    whole = ngettext("{count} hour", "{count} hours", hours).format(count=hours)
    return whole if not rest else _("{hours} {minutes}").format(hours=whole, minutes=rest)


def day_block(card: AppointmentCard) -> tuple[str, str]:
    """The day's number, and its month."""
    day = card.start.date()
    return str(day.day), month_and_year(day).split(" ")[0]


def noted_by(line: ContactLine) -> str:
    """Who noted it, and when."""
    parts = (line.advisor, plain_date(line.day))
    return ", ".join(part for part in parts if part)


def household_line(one: HouseholdPerson, today: date) -> str:
    """A person of the household: how he is tied to the head, and his birthday."""
    parts = [link_label(one.link)] if one.link is not Link.SELF else []
    birth = one.person.birth_date
    if birth is not None:
        parts.append(age(birth, today))
        parts.append(_("born on {day}").format(day=day_and_month(birth)))
    parts.append(_("client") if one.person.key else _("not a client"))
    return " · ".join(parts)
