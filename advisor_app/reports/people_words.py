"""How the people of a meeting are named on paper: who is met, how old, how tied to whom."""

from collections.abc import Iterator, Sequence
from datetime import date

from advisor_app.domain.briefing import BriefedClient, Briefing, HouseholdMember
from advisor_app.domain.briefing_rules import introduces
from advisor_app.domain.codes import Kind, Link, Title
from advisor_app.domain.known_facts import FactName, told
from advisor_app.domain.months import age_on
from advisor_app.domain.names import spoken_name
from advisor_app.domain.thread import whole_months
from advisor_app.i18n import _, ngettext, pgettext
from advisor_app.i18n.formats import month_and_year
from advisor_app.reports.sheet_data import PersonLine

ADULT_AGE = 18
_BABY_YEARS = 2
_NAMED = 2


def full_name(client: BriefedClient) -> str:
    """First and last name, the reference where neither is known; the birth year for a namesake."""
    name = spoken_name(client.first_name, client.last_name) or client.ref
    if client.namesake and client.birth_date:
        return _("{name}, born in {year}").format(name=name, year=client.birth_date.year)
    return name


def joint_name(clients: Sequence[BriefedClient]) -> str:
    """Everybody who is met, as a title: "Camille et Julien Fournier"."""
    names = [full_name(client) for client in clients]
    if len(names) > _NAMED:
        first = ", ".join(names[:-1])
        return _("{first} and {second}").format(first=first, second=names[-1])
    if len(names) == 1:
        return names[0]
    one, other = clients
    if one.first_name and other.first_name and one.last_name == other.last_name:
        return _("{first} and {second}").format(first=one.first_name, second=names[1])
    return _("{first} and {second}").format(first=names[0], second=names[1])


def short_name(clients: Sequence[BriefedClient]) -> str:
    """The name that stands in a day's strip."""
    first = clients[0]
    return first.last_name or first.first_name or first.ref


def person_lines(briefing: Briefing) -> tuple[PersonLine, ...]:
    """Who comes, then the rest of the household: names, ages, ties, what they may be told."""
    met = {client.key for client in briefing.clients}
    others = [member for member in briefing.members if member.client not in met]
    return (
        *(PersonLine(full_name(one), _about_client(one, briefing)) for one in briefing.clients),
        *_comes_along(briefing),
        *(PersonLine(_member_name(one), _about_member(one, briefing)) for one in others),
    )


def _comes_along(briefing: Briefing) -> Iterator[PersonLine]:
    """Who of the bank comes too."""
    along = briefing.visit.colleague if briefing.visit else None
    if along is None:
        return
    former = introduces(briefing)
    about = _("served before, comes to introduce you") if former else _("colleague, comes along")
    yield PersonLine(along.name, about)


def _about_client(client: BriefedClient, briefing: Briefing) -> str:
    parts = [
        _tie_of(client, briefing),
        age_words(client.birth_date, briefing.today) if client.kind is Kind.PERSON else "",
        _joint(full_name(client), briefing),
        client.occupation or "",
    ]
    if client.since is not None:
        parts.append(_since(client).format(month=month_and_year(client.since)))
    return ", ".join(part for part in parts if part)


def _joint(name: str, briefing: Briefing) -> str:
    """Whether somebody holds an account together with another one, as the bank's facts name him."""
    holders = {one.casefold() for one in told(briefing, FactName.JOINT_HOLDER)}
    return _("joint holder") if name.casefold() in holders else ""


def _tie_of(client: BriefedClient, briefing: Briefing) -> str:
    """What ties one of several people met to the household's first member."""
    if len(briefing.clients) == 1:
        return ""
    ties = [one.link for one in briefing.members if one.client == client.key]
    return tie_words(ties[0]) if ties else ""


def tie_words(link: Link) -> str:
    """What ties a member of a household to its first one; nothing for that one."""
    # Translators: of a member of a household, woman or man; neutral in gender where possible.
    return {
        Link.SELF: "",
        Link.PARTNER: _("partner"),
        Link.CHILD: _("child"),
        Link.PARENT: _("parent"),
        Link.OTHER: _("member of the household"),
    }[link]


def _since(client: BriefedClient) -> str:
    if client.kind is Kind.COMPANY:
        return pgettext("company", "client since {month}")
    if client.title is Title.MRS:
        return pgettext("feminine", "client since {month}")
    if client.title is Title.MR:
        return pgettext("masculine", "client since {month}")
    return _("with the bank since {month}")


def _member_name(member: HouseholdMember) -> str:
    return spoken_name(member.first_name, member.last_name) or "?"


def _about_member(member: HouseholdMember, briefing: Briefing) -> str:
    today = briefing.today
    grown = member.birth_date is None or age_on(member.birth_date, today) >= ADULT_AGE
    parts = [
        tie_words(member.link),
        age_words(member.birth_date, today),
        _joint(_member_name(member), briefing),
        _("may be told") if member.may_know else _("not to be told") if grown else "",
        _("a client too") if member.client is not None else _("not a client") if grown else "",
        _("not announced"),
    ]
    return ", ".join(part for part in parts if part)


def age_words(birth: date | None, today: date) -> str:
    """An age in years, in months for a small child, nothing where it is unknown."""
    if birth is None or birth > today:
        return ""
    years = age_on(birth, today)
    if years >= _BABY_YEARS:
        return ngettext("{years} year old", "{years} years old", years).format(years=years)
    months = whole_months(birth, today)
    return ngettext("{count} month old", "{count} months old", months).format(count=months)
