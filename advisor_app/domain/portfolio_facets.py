"""Which filters keep a household, and which of them widen each other."""

from collections.abc import Iterator

from advisor_app.domain.portfolio import (
    FLAG_FACETS,
    STATE_FACETS,
    Facet,
    PortfolioEntry,
)


def facets_of(entry: PortfolioEntry) -> Iterator[Facet]:
    """Every filter that keeps a household."""
    yield Facet(entry.state.value)
    if any(one.counted for one in entry.projects):
        yield Facet.WITH_PROJECT
    if entry.near:
        yield Facet.NEAR
    yield Facet.WITH_APPOINTMENT if entry.appointment else Facet.WITHOUT_APPOINTMENT
    yield from (facet for facet, flag in FLAG_FACETS.items() if flag in entry.flags)


def counted_codes(entry: PortfolioEntry) -> set[str]:
    """The projects of those of a household who may be counted; the others' are found by words."""
    return {one.code for one in entry.projects if one.counted}


def _kind_of(facet: Facet) -> str:
    """Filters of one kind widen each other: who is met, or new."""
    if facet in STATE_FACETS:
        return "state"
    if facet in {Facet.WITH_APPOINTMENT, Facet.WITHOUT_APPOINTMENT}:
        return "appointment"
    return facet.value


KINDS = {facet: _kind_of(facet) for facet in Facet}
