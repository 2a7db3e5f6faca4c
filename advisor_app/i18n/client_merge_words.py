"""Two files beside each other, and the one that they become, as lines to compare."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from advisor_app.domain.client_merging import Counted, MergePreview, MergeSide
from advisor_app.domain.codes import Channel, ClientStatus, Segment
from advisor_app.i18n import _
from advisor_app.i18n.channel_words import channel_label
from advisor_app.i18n.client_edit_wording import field_label, status_label
from advisor_app.i18n.formats import plain_date
from advisor_app.i18n.portfolio_words import segment_label
from advisor_app.i18n.record_words import language_label

_PLAIN = ("first_name", "last_name", "occupation", "email", "phone", "mobile")


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """What each file says of one thing, and what will stand; blank where nothing is known."""

    label: str
    kept: str
    other: str
    after: str


def compared_lines(preview: MergePreview) -> list[ComparedLine]:
    """Every field and every count of which one of the files knows something."""
    lines = []
    for label, word in (*_fields(), *_counts()):
        sides = [word(side) for side in (preview.kept, preview.other, preview.after)]
        if any(sides):
            lines.append(ComparedLine(label, *sides))
    return lines


Word = Callable[[MergeSide], str]


def _fields() -> list[tuple[str, Word]]:
    plain = [(field_label(name), _plain(name)) for name in _PLAIN]
    return [
        *plain[:2],
        (field_label("birth_date"), _day("birth_date")),
        *plain[2:],
        (_("Address"), _address),
        (field_label("language"), lambda side: _known(side, "language", language_label)),
        (field_label("segment"), lambda side: _known(side, "segment", _segment)),
        (_("Client since"), _day("since")),
        (_("Prefers"), lambda side: _known(side, "preferred_channel", _channel)),
        (_("When"), _plain("preferred_time")),
        (_("Proposals"), _proposals),
        (_("Profiling"), _profiling),
        (_("The file"), lambda side: _known(side, "status", _status)),
    ]


def _counts() -> list[tuple[str, Word]]:
    labels = {
        Counted.CONTACTS: _("Contacts"),
        Counted.PROJECTS: _("Life projects"),
        Counted.CONTRACTS: _("Contracts"),
        Counted.APPOINTMENTS: _("Appointments"),
        Counted.PROMISES: _("Promises"),
        Counted.ATTENTIONS: _("Small attentions"),
        Counted.REMINDERS: _("To remember"),
    }
    return [(labels[what], _count(what)) for what in Counted]


def _plain(name: str) -> Word:
    return lambda side: str(side.fields[name] or "")


def _count(what: Counted) -> Word:
    return lambda side: str(side.counts[what] or "")


def _day(name: str) -> Word:
    def word(side: MergeSide) -> str:
        day = side.fields[name]
        return plain_date(day) if isinstance(day, date) else ""

    return word


def _known(side: MergeSide, name: str, word: Callable[[str], str]) -> str:
    value = side.fields[name]
    return word(str(value)) if value else ""


def _address(side: MergeSide) -> str:
    has: Mapping[str, Any] = side.fields
    place = " ".join(part for part in (has["postal_code"], has["city"]) if part)
    return ", ".join(part for part in (has["street"], place) if part)


def _segment(code: str) -> str:
    known = {one.value: one for one in Segment}
    return segment_label(known[code]) if code in known else code


def _channel(code: str) -> str:
    known = {one.value: one for one in Channel}
    return channel_label(known[code]) if code in known else code


def _status(code: str) -> str:
    return status_label(ClientStatus(code))


def _proposals(side: MergeSide) -> str:
    until = side.fields["no_contact_until"]
    if side.fields["no_contact"]:
        return _("No proposals any more")
    if isinstance(until, date):
        return _("No proposals up to {day}").format(day=plain_date(until))
    return ""


def _profiling(side: MergeSide) -> str:
    if side.fields["no_profile"]:
        return _("Objects: no signals, counted in no figure")
    return ""
