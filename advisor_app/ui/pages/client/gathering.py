"""What the page of a household asks for, on the worker: what stands at once, and what follows."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor_app.domain.briefing_figures import country_of, known_inputs
from advisor_app.domain.briefing_rules import BriefingSubject
from advisor_app.domain.errors import Refused
from advisor_app.domain.people import of_age
from advisor_app.playbooks.figures import figures
from advisor_app.ui.dialogs.figures import Known
from advisor_app.ui.pages.client.edits import Shown
from advisor_app.ui.parts.projects import project_names
from advisor_app.ui.parts.suggested import why_words

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.domain.keys import Key
    from advisor_app.domain.suggestions.suggestion import Suggestion


@dataclass(frozen=True, slots=True)
class Proposed:
    """What would be proposed to a household, why, and what its figures may start from."""

    key: "Key"
    best: "Suggestion | None"
    why: str
    known: Known


def gathered(services: "Services", key: "Key") -> Shown:
    """Everything that the page shows at once."""
    page = services.client_page.page(key)
    record = services.client_record.read(key)
    refs = [one.ref for one in of_age(page.clients, record.today) if one.ref]
    letters = services.letters.offers(refs)
    known = Known(record.today, record.country)
    return Shown(page, record, project_names(), known, letters=letters)


def proposed(services: "Services", key: "Key") -> Proposed:
    """What the page shows a moment later."""
    people = services.client_page.people(key)
    best = services.suggesting.best(people[0].key or key)
    why = "" if best is None else why_words(best, people, services.today())
    return Proposed(key, best, why, _known(services, people[0].ref))


def _known(services: "Services", ref: str | None) -> Known:
    """What the figures may start from besides the project's own inputs."""
    today = services.today()
    try:
        briefing = services.sheets.for_client(ref or "")
    except Refused:
        return Known(today)
    subject = BriefingSubject("", None)
    inputs = known_inputs(briefing, subject, figures())
    return Known(today, country_of(briefing, subject), inputs=inputs)
