"""Copies and erasures in words: what they are for, what went, what still holds the data."""

from collections.abc import Callable
from typing import Any

from advisor_app.domain.client_merging import BothInvited, MergedSince, MergeGone, SameFile
from advisor_app.domain.client_rights import (
    CopyPurpose,
    ErasureCertificate,
    ErasureReason,
    MergedAway,
)
from advisor_app.domain.errors import TeteATeteError
from advisor_app.i18n import _, ngettext
from advisor_app.i18n.formats import clock, long_date


def copy_purpose_label(purpose: CopyPurpose) -> str:
    """What a copy is for."""
    return {
        CopyPurpose.ACCESS: _("The client asked what is kept"),
        CopyPurpose.PORTABILITY: _("The client takes the data elsewhere"),
        CopyPurpose.CHECK: _("The bank checks what is kept"),
    }[purpose]


def erasure_reason_label(reason: ErasureReason) -> str:
    """Why a file is erased."""
    return {
        ErasureReason.ASKED: _("The client asked for it"),
        ErasureReason.RETENTION: _("It has been kept long enough"),
        ErasureReason.MISTAKE: _("It should never have been kept"),
    }[reason]


def held_sentence(ref: str, count: int) -> str:
    """What an erasure would take."""
    words = ngettext(
        "{count} line about the client {ref} would be erased. This cannot be undone: "
        "say --yes if it is to be done.",
        "{count} lines about the client {ref} would be erased. This cannot be undone: "
        "say --yes if it is to be done.",
        count,
    )
    return words.format(count=count, ref=ref)


def would_go_sentence(count: int) -> str:
    """What an erasure would take, before it is asked for."""
    words = ngettext(
        "{count} line would go: the file, contacts, projects, promises, consents.",
        "{count} lines would go: the file, contacts, projects, promises, consents.",
        count,
    )
    return words.format(count=count)


def erased_sentence(proof: ErasureCertificate) -> str:
    """How much went."""
    words = ngettext(
        "{count} line about the client {ref} was erased.",
        "{count} lines about the client {ref} were erased.",
        proof.total,
    )
    return words.format(count=proof.total, ref=proof.ref)


def copies_sentence(copies: tuple[str, ...]) -> str:
    """What still holds the data: the copies of the store made before."""
    if not copies:
        return _(
            "No backup beside the portfolio holds the data any more; copies that were put "
            "elsewhere still do."
        )
    words = ngettext(
        "{count} backup made before still holds the data, encrypted. Backups that make themselves "
        "go by age, within twelve months; delete others, and copies put elsewhere, by hand.",
        "{count} backups made before still hold the data, encrypted. Backups that make themselves "
        "go by age, within twelve months; delete others, and copies put elsewhere, by hand.",
        len(copies),
    )
    return words.format(count=len(copies))


def certificate_lines(proof: ErasureCertificate) -> list[str]:
    """The proof, line by line: it names nobody but by reference."""
    when = _("On {day} at {time}, by {advisor}.").format(
        day=long_date(proof.at.date()), time=clock(proof.at.time()), advisor=_who(proof)
    )
    stands = _("Entry {number} of the trail, with the hash {hash}.").format(
        number=proof.number, hash=proof.hash
    )
    rows = [
        _("{what}: {count}").format(what=erased_label(name), count=count)
        for name, count in sorted(proof.rows.items(), key=lambda row: erased_label(row[0]))
    ]
    reason = erasure_reason_label(proof.reason)
    copies = copies_sentence(proof.copies)
    return [erased_sentence(proof), when, reason, *rows, stands, copies, *proof.copies]


def erased_label(table: str) -> str:
    """What the rows of a table are, to who never saw one."""
    return {
        "client": _("File of the client"),
        "assignment": _("Who served the client, and since when"),
        "household": _("Household"),
        "member": _("People of the household"),
        "client_fact": _("Facts noted about the client"),
        "client_merge": _("Merges of files"),
        "consent": _("Consents and refusals"),
        "contract": _("Contracts"),
        "touchpoint": _("Contacts"),
        "former_contact": _("Contacts as they stood before a correction"),
        "further_advisor": _("Colleagues who took part in a contact"),
        "found_meeting": _("Meetings found in another calendar"),
        "digital_month": _("Months of contacts online"),
        "appointment": _("Appointments"),
        "attendee": _("Names on appointments"),
        "follow_up": _("Follow-ups after appointments"),
        "calendar_link": _("Links to another calendar"),
        "project": _("Life projects"),
        "project_input": _("Figures of life projects"),
        "commitment": _("Promises"),
        "attention": _("Small attentions"),
        "reminder": _("Things to remember"),
        "signal": _("Signals"),
        "suggestion": _("Suggestions to meet"),
        "suggestion_answer": _("Answers to suggestions"),
        "document": _("Documents printed"),
        "draft": _("Drafts not yet saved"),
    }[table]


def _who(proof: ErasureCertificate) -> str:
    return f"{proof.name} ({proof.by})" if proof.name else proof.by


def _merged_away(error: MergedAway) -> str:
    return _(
        "The file {ref} was merged with {into}, which holds everything: ask for {into}."
    ).format(ref=error.ref, into=error.into)


def _same_file(error: SameFile) -> str:
    return _("{ref} cannot be merged with itself.").format(ref=error.ref)


def _both_invited(error: BothInvited) -> str:
    return _(
        "{kept} and {other} both have an appointment at one time: cancel one of the two first."
    ).format(kept=error.kept, other=error.other)


def _merge_gone(error: MergeGone) -> str:
    return _("No merge into the file {ref} is left to be undone.").format(ref=error.ref)


def _merged_since(error: MergedSince) -> str:
    return _(
        "The file {ref} was merged with {newer} since: undo that merge first, then this one."
    ).format(ref=error.ref, newer=error.newer)


CLIENT_RIGHTS_SENTENCES: dict[type[TeteATeteError], Callable[[Any], str]] = {
    MergedAway: _merged_away,
    SameFile: _same_file,
    BothInvited: _both_invited,
    MergeGone: _merge_gone,
    MergedSince: _merged_since,
}
