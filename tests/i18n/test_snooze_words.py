"""An offered day says which day it stands for, where that one is closed."""

from datetime import date

from advisor_app.domain.codes import Language
from advisor_app.domain.local_text import LocalText
from advisor_app.domain.opening import Closed, WhyClosed
from advisor_app.domain.snooze_days import SnoozeDay, Wait
from advisor_app.i18n import speaking
from advisor_app.i18n.formats import long_date
from advisor_app.i18n.snooze_words import snooze_words

DAY, WISHED = date(2026, 5, 26), date(2026, 5, 24)
FEAST = LocalText("Ascension", "Ascension Day", "Hemelvaart", "Christi Himmelfahrt")


def test_an_open_day_stands_alone() -> None:
    with speaking(Language.EN):
        assert snooze_words(SnoozeDay(Wait.NEXT_WEEK, DAY, DAY)) == f"Next week, {long_date(DAY)}"


def test_a_closed_day_is_named_beside_the_day_that_is_offered() -> None:
    for language in Language:
        with speaking(language):
            closed = Closed(WhyClosed.NO_HOURS)
            words = snooze_words(SnoozeDay(Wait.IN_A_MONTH, DAY, WISHED, closed))
            assert long_date(DAY) in words
            assert long_date(WISHED) in words


def test_a_holiday_is_told_by_its_name_in_the_language() -> None:
    for language in Language:
        with speaking(language):
            closed = Closed(WhyClosed.HOLIDAY, holiday=FEAST)
            words = snooze_words(SnoozeDay(Wait.IN_A_MONTH, DAY, WISHED, closed))
            assert FEAST.in_language(language) in words
