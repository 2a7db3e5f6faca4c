"""What a contact counts as (PRODUCT.md, "The words")."""

from advisor_app.domain.codes import LIVE_FROM_AFAR, Channel, Nature

MEETING_MINUTES = 20
EVENT_TALK_MINUTES = 10
TALK_MINUTES = 15
_MEETING_CHANNELS = frozenset({Channel.BRANCH, Channel.HOME, Channel.WORKPLACE})


def is_meeting(
    channel: Channel,
    nature: Nature,
    minutes: int | None,
    *,
    one_to_one: bool,
    with_advisor: bool,
) -> bool:
    """Whether a contact was a meeting in person; an unknown length is long enough."""
    if nature is not Nature.CONVERSATION or not with_advisor:
        return False
    if channel is Channel.EVENT:
        return one_to_one and _long_enough(minutes, EVENT_TALK_MINUTES)
    return channel in _MEETING_CHANNELS and _long_enough(minutes, MEETING_MINUTES)


def is_talk(channel: Channel, nature: Nature, minutes: int | None) -> bool:
    """Whether a contact was a talk from afar; an unknown length is long enough."""
    return (
        nature is Nature.CONVERSATION
        and channel in LIVE_FROM_AFAR
        and _long_enough(minutes, TALK_MINUTES)
    )


def _long_enough(minutes: int | None, least: int) -> bool:
    return minutes is None or minutes >= least
