"""What a client's history says of a paper on which something was hidden."""

from datetime import UTC, datetime

import pytest

from advisor_app.domain.client_record import HistoryLine
from advisor_app.domain.codes import Language
from advisor_app.i18n import speaking
from advisor_app.i18n.record_words import history_why

AT = datetime(2026, 4, 23, 8, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("detail", "words"),
    [
        (None, "to prepare a meeting · RV1"),
        ('{"code": "K2QX-0423", "pages": 2}', "to prepare a meeting · RV1"),
        (
            '{"hidden": ["amounts", "names"], "pages": 2}',
            "to prepare a meeting · RV1 · amounts hidden · names as initials",
        ),
    ],
)
def test_a_printed_sheet_says_what_it_was_for_and_what_was_hidden_on_it(
    detail: str | None, words: str
) -> None:
    line = HistoryLine(AT, "Claire Morvan", "sheet printed", "RV1", "prepare_meeting", detail)
    with speaking(Language.EN):
        assert history_why(line) == words
