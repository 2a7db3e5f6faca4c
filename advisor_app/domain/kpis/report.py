"""All the figures of the report, in the order of `kpis.toml`."""

from advisor_app.domain.kpis import handovers, relation, work
from advisor_app.domain.kpis.book import Book
from advisor_app.domain.kpis.measures import Measure

_FORMULAS = (
    relation.met_12m,
    relation.drift_share,
    relation.never_met,
    handovers.intro_rate_90,
    handovers.handover_attrition,
    work.suggestion_acceptance,
    work.decline_reasons,
    work.proposal_to_meeting,
    work.no_show,
    work.follow_up_48,
    work.promises_kept,
    work.prepared_rate,
    work.meaningful_share,
    work.deflected,
    relation.project_coverage,
    relation.contact_pressure,
    work.capacity_use,
    work.event_conversion,
    relation.equity,
)


def measures(book: Book) -> tuple[Measure, ...]:
    """Every figure once."""
    return tuple(formula(book) for formula in _FORMULAS)
