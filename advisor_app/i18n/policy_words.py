"""The bank's rules in words: thresholds, versions, and what differs."""

from datetime import date, datetime

from advisor_app.domain.codes import Flag, Segment
from advisor_app.domain.policy import STANDARD
from advisor_app.domain.policy_version import (
    Difference,
    FlagCounts,
    PolicyVersion,
)
from advisor_app.i18n import _, ngettext, pgettext
from advisor_app.i18n.formats import number, plain_date
from advisor_app.i18n.portfolio_words import segment_label

_COUNTS = frozenset({"errands", "unanswered"})


def segment_word(segment: Segment | None) -> str:
    """Whom rules are for; None is every segment."""
    return _("All segments") if segment is None else segment_label(segment)


def threshold_word(name: str) -> str:
    """What a threshold is about."""
    return {
        "grace_months": _("New client, not met yet"),
        "met_months": _("Counts as met"),
        "online_only_months": _("Online only, or errands only"),
        "voice_months": _("A talk by phone or video counts"),
        "digital_months": _("An online contact counts"),
        "introduction_days": _("Change of advisor without an introduction"),
        "errands": _("Errands at the counter without a meeting"),
        "unanswered": _("Letters and e-mails without an answer"),
        "project_lead_months": _("Project drawing near without a meeting"),
    }[name]


def threshold_value(name: str, value: int) -> str:
    """A threshold's value with its unit."""
    if name == "introduction_days":
        return ngettext("{count} day", "{count} days", value).format(count=number(value))
    if name in _COUNTS:
        return ngettext("{count} time", "{count} times", value).format(count=number(value))
    return months(value)


def months(value: int) -> str:
    """As in "18 months"."""
    return ngettext("{count} month", "{count} months", value).format(count=number(value))


def flag_word(flag: Flag) -> str:
    """A flag's name."""
    return {
        Flag.ONLINE_ONLY: _("Online only"),
        Flag.NOT_INTRODUCED: _("Not introduced yet"),
        Flag.ERRANDS_ONLY: _("Errands only"),
        Flag.PROJECT_UNATTENDED: _("Project without a meeting"),
        Flag.UNANSWERED: _("Without an answer"),
        Flag.FOLLOW_UP_DUE: _("Follow-up to send"),
        Flag.COMMITMENT_DUE: _("Promise past its day"),
    }[flag]


def difference_line(difference: Difference) -> str:
    """One threshold that differs: whose, which, from what to what."""
    return _("{segment} · {threshold}: {before} → {after}").format(
        segment=segment_word(difference.segment),
        threshold=threshold_word(difference.name),
        before=threshold_value(difference.name, difference.before),
        after=threshold_value(difference.name, difference.after),
    )


def difference_lines(found: tuple[Difference, ...]) -> list[str]:
    """What differs; a change that is the same for every segment is told once."""
    lines: list[str] = []
    told: set[tuple[str, int, int]] = set()
    for one in found:
        change = (one.name, one.before, one.after)
        alike = [other for other in found if (other.name, other.before, other.after) == change]
        if len(alike) < len(Segment):
            lines.append(difference_line(one))
        elif change not in told:
            told.add(change)
            lines.append(
                _("{segment} · {threshold}: {before} → {after}").format(
                    segment=segment_word(None),
                    threshold=threshold_word(one.name),
                    before=threshold_value(one.name, one.before),
                    after=threshold_value(one.name, one.after),
                )
            )
    return lines


def count_line(flag: Flag, before: FlagCounts, after: FlagCounts) -> str:
    """How many carry a flag before and after, and how many more or less that is."""
    return _("{flag}: {before} → {after} ({change})").format(
        flag=flag_word(flag),
        before=number(before.of(flag)),
        after=number(after.of(flag)),
        change=change_word(after.of(flag) - before.of(flag)),
    )


def change_word(more: int) -> str:
    """How many clients more or less."""
    if more == 0:
        return _("no change")
    if more > 0:
        return ngettext("{count} more", "{count} more", more).format(count=number(more))
    return ngettext("{count} fewer", "{count} fewer", -more).format(count=number(-more))


def clients_of(flagged: int, clients: int) -> str:
    """How many clients carry a flag, of how many."""
    words = ngettext("{count} client of {clients}", "{count} clients of {clients}", flagged)
    return words.format(count=number(flagged), clients=number(clients))


def version_title(number_: int) -> str:
    """How a version is called; 0 is `standard`."""
    if number_ == 0:
        return _("Built-in rules")
    return _("Version {number}").format(number=number_)


def version_line(version: PolicyVersion, local: datetime) -> str:
    """When, by whom and why; `local` is its moment in the bank's zone."""
    author = version.author or pgettext("author of rules", "nobody named")
    day = plain_date(local.date())
    if version.restores is not None:
        return _("{day}, {author}: {reason} (as {version} again)").format(
            day=day, author=author, reason=version.reason, version=version_title(version.restores)
        )
    return _("{day}, {author}: {reason}").format(day=day, author=author, reason=version.reason)


def policy_title(name: str) -> str:
    """How rules are called where they are named."""
    if name == STANDARD.name:
        return _("Built-in rules")
    return _("Version {number}").format(number=name.removeprefix("v"))


def rhythm_sentence(clients: int, meetings: int, over_months: int) -> str:
    """How long meeting them all takes at the rhythm of late; empty where there was none."""
    if not meetings or not clients:
        return ""
    needed = -(-clients * over_months // meetings)
    return ngettext(
        "At your rhythm of late, meeting them all takes {count} month.",
        "At your rhythm of late, meeting them all takes {count} months.",
        needed,
    ).format(count=number(needed))


def draft_sentence(draft: tuple[int, int], now: tuple[int, int]) -> str:
    """What a delay would flag, beside what the one in force does; each is months and clients."""
    (delay, flagged), (present, today) = draft, now
    if delay == present and flagged == today:
        words = ngettext(
            "With {months}, as now: {count} client flagged.",
            "With {months}, as now: {count} clients flagged.",
            flagged,
        )
        return words.format(months=months(delay), count=number(flagged))
    words = ngettext(
        "With {months}: {count} client flagged, {change} than today ({today} with {present}).",
        "With {months}: {count} clients flagged, {change} than today ({today} with {present}).",
        flagged,
    )
    if flagged == today:
        words = ngettext(
            "With {months}: {count} client flagged, as many as today.",
            "With {months}: {count} clients flagged, as many as today.",
            flagged,
        )
    return words.format(
        months=months(delay),
        count=number(flagged),
        change=change_word(flagged - today),
        today=number(today),
        present=months(present),
    )


def segments_differ_sentence() -> str:
    """What stands before the counts where one slider stands for several values."""
    return _("The segments differ: the slider shows that of individuals, and moves them all.")


def see_clients(more: int) -> str:
    """The link to the clients whom a draft adds or lets go; empty where there are none."""
    if not more:
        return ""
    words = ngettext("See the {count} client", "See the {count} clients", abs(more))
    return words.format(count=number(abs(more)))


def signal_told(name: str) -> str:
    """What a signal means, below its name."""
    return {
        "introduction_days": _("Flagged after the change, until the first meeting"),
        "project_lead_months": _("Flagged before the date aimed at"),
        "errands": _("Flagged from so many errands without a meeting"),
        "unanswered": _("Flagged from so many letters or e-mails without an answer"),
        "met_months": _("A client met within this time is close"),
        "voice_months": _("A client heard within this time is reached by voice"),
        "digital_months": _("A client online within this time is not silent"),
        "grace_months": _("Nothing is expected of so recent a client"),
    }[name]


def after_word(name: str, value: int) -> str:
    """A threshold's value as a choice in a list."""
    if name == "introduction_days":
        return (
            _("at once")
            if value == 0
            else _("after {time}").format(time=threshold_value(name, value))
        )
    if name == "project_lead_months":
        return _("{time} before").format(time=threshold_value(name, value))
    return threshold_value(name, value)


def whose_counts(clients: int, *, whole_bank: bool) -> str:
    """Whose clients are counted, and how many they are."""
    if whole_bank:
        words = ngettext("{count} client of the bank", "{count} clients of the bank", clients)
    else:
        words = ngettext("{count} client of yours", "{count} clients of yours", clients)
    return words.format(count=number(clients))


def counted_on(day: date) -> str:
    """Of which day counts are."""
    return _("Counted on {day}").format(day=plain_date(day))
