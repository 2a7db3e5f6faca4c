"""Every ritual of the trade leaves a contact of its own kind behind."""

from advisor_app.domain.codes import FACE_TO_FACE, LIVE_FROM_AFAR, WRITTEN
from advisor_app.domain.suggestions.suggestion import usual_channel
from advisor_app.playbooks.rituals import rituals

BY_KIND = {"face": FACE_TO_FACE, "remote": LIVE_FROM_AFAR, "event": WRITTEN}
LIGHT = {
    "courtesy_call": LIVE_FROM_AFAR,
    "handwritten_card": WRITTEN,
    "small_gift": WRITTEN,
    "condolence_letter": WRITTEN,
    "branch_greeting": FACE_TO_FACE,
}


def test_a_ritual_is_noted_on_a_channel_of_its_kind() -> None:
    for code, ritual in rituals().items():
        assert usual_channel(code) in LIGHT.get(code, BY_KIND.get(ritual.counts_as, frozenset()))
