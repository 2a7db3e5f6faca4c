"""The proof of an erasure says what went in words, whatever was kept."""

import pytest

from advisor_app.domain.codes import Language
from advisor_app.i18n import set_language
from advisor_app.i18n.client_rights_words import erased_label
from advisor_app.storage.client_edits import ABOUT_CLIENTS

_BESIDE = ("client", "household", "appointment", "follow_up", "calendar_link", "further_advisor")
_PARTS = ("project_input", "suggestion_answer")


@pytest.mark.parametrize("language", list(Language))
def test_every_table_of_which_an_erasure_takes_rows_has_a_name_of_its_own(
    language: Language,
) -> None:
    set_language(language)
    tables = {*(table.name for table in ABOUT_CLIENTS), *_BESIDE, *_PARTS}
    labels = [erased_label(name) for name in tables]
    assert len(set(labels)) == len(tables)
    assert not [label for label in labels if "_" in label]
    set_language(Language.FR)
