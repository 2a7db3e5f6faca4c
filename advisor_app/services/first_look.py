"""The first look at a store: what its window showed last, where that is still true.

It needs neither the database's layer nor any rule, so that it is there before they are imported.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from advisor_app import __version__
from advisor_app.domain.codes import Language
from advisor_app.domain.kept_pages import FirstLook, Stamp, unstamped
from advisor_app.i18n import language
from advisor_app.storage.setting_names import (
    ADVISOR,
    DEFAULT_ZONE,
    KEPT_FRAME,
    KEPT_TODAY,
    LANGUAGE,
    LIVES_AT,
    TRAIL_HEAD,
    ZONE,
)

ASKED = (ADVISOR, LANGUAGE, LIVES_AT, ZONE, TRAIL_HEAD, KEPT_FRAME, KEPT_TODAY)
# A list of the days before shows, named as theirs, until today's is made: over a long holiday too.
_DAYS_SHOWN = 7
Clock = Callable[[datetime | None, ZoneInfo], Callable[[], datetime]]


def first_look(known: Mapping[str, str], advisor: str | None, clock_of: Clock) -> FirstLook | None:
    """The pages kept for an advisor, else for the one chosen at first run.

    `known` is what the store remembers under the names of `ASKED`. None where nothing is kept,
    where anything was written since, for another advisor, language or version, and where it was kept
    long ago or, as the clock has it, on a day to come.
    """
    kept = [unstamped(known[name]) for name in (KEPT_FRAME, KEPT_TODAY) if name in known]
    found = [one for one in kept if one is not None]
    if len(found) < 2:  # noqa: PLR2004 the frame and the page
        return None
    (of_frame, frame), (of_today, today) = found
    own, zone = known.get(LIVES_AT), ZoneInfo(known.get(ZONE, DEFAULT_ZONE))
    clock = clock_of(None if own is None else datetime.fromisoformat(own), zone)
    now = clock().replace(tzinfo=None, second=0, microsecond=0)
    spoken = known.get(LANGUAGE, language().value)
    true = Stamp(
        version=__version__,
        advisor=advisor or known.get(ADVISOR, ""),
        language=spoken,
        head=known.get(TRAIL_HEAD, ""),
        at=now.isoformat(timespec="minutes"),
    )
    if not (_holds(of_frame, true, now.date()) and _holds(of_today, true, now.date())):
        return None
    at, current = datetime.fromisoformat(of_today.at), of_today.at == true.at
    return FirstLook(Language(spoken), at, now.date(), current, frame, today)


def _holds(kept: Stamp, true: Stamp, today: date) -> bool:
    """Whether nothing but time has moved on since, and not too far."""
    days = (today - datetime.fromisoformat(kept.at).date()).days
    return kept._replace(at=true.at) == true and 0 <= days <= _DAYS_SHOWN
