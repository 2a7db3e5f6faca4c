import pytest

from advisor_app.domain.codes import ConsentUse, Language
from advisor_app.i18n import speaking
from advisor_app.i18n.channel_words import consent_label, refused_label


@pytest.mark.parametrize("use", ConsentUse)
def test_a_refused_use_is_named_in_whole(use: ConsentUse) -> None:
    with speaking(Language.EN):
        assert refused_label(use) == f"{consent_label(use)} refused"
