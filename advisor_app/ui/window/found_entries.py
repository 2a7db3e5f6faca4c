"""What the search shows of what was found: clients, what to do for the first, projects."""

from collections.abc import Mapping
from datetime import date
from functools import partial

from advisor_app.domain.people import of_age
from advisor_app.domain.search import Found, FoundClient, FoundProject, is_named
from advisor_app.i18n import _
from advisor_app.i18n.formats import month_and_year
from advisor_app.i18n.people_words import ages, joint_name
from advisor_app.i18n.portfolio_words import appointment_cell, project_with_date
from advisor_app.ui.parts.presence import glyph_of
from advisor_app.ui.parts.project_icons import project_icon
from advisor_app.ui.parts.projects import project_names
from advisor_app.ui.parts.requests import Requests, Whom
from advisor_app.ui.window.palette_line import Entry


def entries_of(found: Found, first: Whom | None, today: date, requests: Requests) -> list[Entry]:
    """The lines of what was found, under their headings; `first` is the first client found."""
    entries = [Entry(_("Clients"))] if found.clients else []
    entries += [_client(one, today, requests) for one in found.clients]
    if first is not None:
        entries += _deeds(first, requests)
    if found.projects:
        entries.append(Entry(_("Projects")))
    names = project_names()
    return entries + [_project(one, names, requests) for one in found.projects]


def discreet_entries(found: Found, words: str, requests: Requests) -> list[Entry]:
    """While somebody looks on: whom the words name alone, and nothing that is known of him."""
    named = [one for one in found.clients if is_named(joint_name(one.clients), words)]
    if len(named) != 1:
        several = _("Several clients match: type more of the name.")
        return [Entry(several)] if named else []
    (one,) = named
    open_page = partial(requests.open_client.emit, one.key)
    return [
        Entry(_("Clients")),
        Entry(joint_name(one.clients), icon="user-round", deed=open_page),
    ]


def _project(one: FoundProject, names: Mapping[str, str], requests: Requests) -> Entry:
    name = names.get(one.project.code, one.project.code)
    return Entry(
        project_with_date(name, one.project.when),
        one.name,
        icon=project_icon(one.project.code),
        deed=partial(requests.open_client.emit, one.key),
    )


def _client(one: FoundClient, today: date, requests: Requests) -> Entry:
    about = " · ".join(part for part in (ages(one.clients, today), one.town) if part)
    if one.appointment is not None:
        aside = appointment_cell(one.appointment, today)
    elif one.last_meeting is not None:
        aside = _("last meeting: {when}").format(when=month_and_year(one.last_meeting))
    else:
        aside = ""
    glyph = None
    if one.state is not None:
        glyph = glyph_of(one.state, not_introduced=one.not_introduced)
    return Entry(
        joint_name(one.clients),
        about,
        aside,
        icon="" if glyph else "user-round",
        glyph=glyph,
        deed=partial(requests.open_client.emit, one.key),
    )


def _deeds(whom: Whom, requests: Requests) -> list[Entry]:
    return [
        Entry(_("For {name}").format(name=whom.title)),
        Entry(
            _("Print the sheet"),
            icon="printer",
            aside=_("Ctrl+P"),
            deed=lambda: requests.print_sheet.emit(whom),
        ),
        Entry(
            _("Note a contact"),
            icon="notebook-pen",
            aside=_("Ctrl+R"),
            deed=lambda: requests.note_contact.emit(whom),
        ),
        Entry(
            _("Suggest a meeting"),
            icon="calendar-plus",
            aside=_("Ctrl+N"),
            deed=lambda: requests.propose.emit(whom),
        ),
    ]


def whom_of(one: FoundClient, today: date) -> Whom:
    """The household found."""
    return Whom(one.key, joint_name(one.clients), of_age(one.clients, today))
