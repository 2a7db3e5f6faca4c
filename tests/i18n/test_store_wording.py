"""The store's own bad moments, in the reader's language down to the reason."""

import errno

import pytest

from advisor_app.domain.codes import Language
from advisor_app.domain.errors import StoreUnusable
from advisor_app.i18n import speaking
from advisor_app.i18n.store_wording import STORE_SENTENCES

REASONS = {
    "database or disk is full": "the disk is full",
    errno.errorcode[errno.ENOSPC]: "the disk is full",
    "attempt to write a readonly database": "it may only be read there",
    "EACCES": "it may only be read there",
    "database disk image is malformed": "the file is damaged",
    "the file is not encrypted": "the file is damaged",
    "the copy could not be read back": "the file is damaged",
    "disk I/O error": "the disk answers with an error",
    "unable to open database file": "it cannot be opened there",
    "ESTALE": "the disk or the network does not answer as it should",
}


@pytest.mark.parametrize(("reason", "said"), REASONS.items())
def test_the_reason_is_worded_and_the_systems_own_words_are_not_shown(
    reason: str, said: str
) -> None:
    with speaking(Language.EN):
        sentence = STORE_SENTENCES[StoreUnusable](StoreUnusable("a.store", reason))
    assert f": {said}." in sentence
    assert reason not in sentence
