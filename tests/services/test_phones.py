"""What is a telephone number, and what only looks like one."""

import pytest

from advisor_app.domain.client_edits import NotAPhone
from advisor_app.services.phones import kept_number


@pytest.mark.parametrize(
    "text", ["06 39 98 99 99 x", "0800 FLOWERS", "06 39 98 99 99 ext 5", "12", "x", "0639#"]
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(NotAPhone):
        kept_number(text, "FR")


@pytest.mark.parametrize(
    "text", ["06 39 98 99 99", "+33 6 39 98 99 99", "06.39.98.99.99", "+33 (0)6-39-98-99-99"]
)
def test_a_number_is_kept_as_every_telephone_dials_it(text: str) -> None:
    assert kept_number(text, "FR") == "+33639989999"
