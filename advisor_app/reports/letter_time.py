"""When a meeting begins, as a letter says it to whoever may live by another clock."""

from advisor_app.domain.briefing import BookedVisit, Briefing
from advisor_app.i18n.formats import clock, clock_in


def start_words(briefing: Briefing, visit: BookedVisit) -> str:
    """The time on the branch's wall; to a client who lives in another country, whose wall that is."""
    begins = visit.start.time()
    return clock_in(begins, visit.zone) if visit.zone and _abroad(briefing) else clock(begins)


def _abroad(briefing: Briefing) -> bool:
    """Whether one of the clients is known to live in another country than the branch's."""
    here = briefing.branch.country if briefing.branch else None
    return here is not None and any(one.country not in {None, here} for one in briefing.clients)
