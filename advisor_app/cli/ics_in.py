"""`ics` inwards: when the advisor is busy elsewhere, and past meetings to confirm."""

import argparse
import json
from typing import TYPE_CHECKING, Any

from advisor_app.cli.access import Access
from advisor_app.domain.codes import Channel
from advisor_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from advisor_app.bootstrap import Services
    from advisor_app.domain.busy_time import BusySource, CalendarKept, FoundMeeting

# What is printed: the answer as JSON, and as lines.
Answer = tuple[dict[str, Any], list[str]]


def run(access: Access, arguments: argparse.Namespace) -> int:
    """Do what was asked, and say it."""
    with access.services() as services:
        told, lines = _answer(services, arguments)
    print(json.dumps(told, ensure_ascii=False) if arguments.json else "\n".join(lines))
    return 0


def _answer(services: "Services", arguments: argparse.Namespace) -> Answer:
    busy_times = services.busy_times
    if arguments.source is not None:
        return _read(services, arguments)
    if arguments.sources:
        return _sources(busy_times.sources())
    if arguments.waiting:
        return _waiting(busy_times.waiting())
    if arguments.confirm:
        return _confirm(services, arguments)
    if arguments.dismiss:
        busy_times.dismiss(arguments.dismiss)
        return {"dismissed": arguments.dismiss}, [_("It will not be asked about again.")]
    busy_times.forget(arguments.forget)
    line = _("Your busy times of {name} are no longer kept.").format(name=arguments.forget)
    return {"forgotten": arguments.forget}, [line]


def _read(services: "Services", arguments: argparse.Namespace) -> Answer:
    from advisor_app.exchange.calendar_importing import import_calendar
    from advisor_app.i18n.calendar_words import found_line, kept_lines

    kept = import_calendar(
        services.busy_times, arguments.source, arguments.name, meetings=arguments.meetings
    )
    return _kept_json(kept), [*kept_lines(kept), *map(found_line, kept.meetings)]


def _sources(sources: "Iterable[BusySource]") -> Answer:
    from advisor_app.i18n.calendar_words import source_line

    told = [
        {"name": one.name, "read_at": one.read_at.isoformat(), "to_come": one.to_come}
        for one in sources
    ]
    none = [_("No calendar was read yet.")]
    return {"sources": told}, [source_line(one) for one in sources] or none


def _waiting(found: "Iterable[FoundMeeting]") -> Answer:
    from advisor_app.i18n.calendar_words import found_line

    none = [_("No past meeting waits for an answer.")]
    return {"meetings": _meetings_json(found)}, [found_line(one) for one in found] or none


def _confirm(services: "Services", arguments: argparse.Namespace) -> Answer:
    ref = services.busy_times.confirm(
        arguments.confirm, Channel(arguments.channel), arguments.minutes
    )
    line = _("The contact was noted. Reference: {ref}.").format(ref=ref)
    return {"confirmed": arguments.confirm, "touchpoint": ref}, [line]


def _kept_json(kept: "CalendarKept") -> dict[str, Any]:
    """As `docs/schemas/ics.json` describes it."""
    from advisor_app.i18n.calendar_words import not_read_sentence

    return {
        "name": kept.name,
        "files": kept.files,
        "events": kept.events,
        "left_out": kept.left_out,
        "busy": kept.busy,
        "meetings": _meetings_json(kept.meetings),
        "refused": [
            {"file": one.file, "why": one.why.value, "sentence": not_read_sentence(one)}
            for one in kept.refused
        ],
    }


def _meetings_json(found: "Iterable[FoundMeeting]") -> list[dict[str, Any]]:
    return [
        {
            "ref": one.ref,
            "client": one.client,
            "start": one.start.text,
            "zone": one.start.zone,
            "minutes": one.minutes,
        }
        for one in found
    ]
