import pytest
from conftest import NOW

from advisor_app.bootstrap import Services, services_of
from advisor_app.demo.portfolio import demonstration
from advisor_app.domain.suggestions.daily_rules import DailyRules, daily_rules
from advisor_app.storage.store import Store


@pytest.fixture
def claire(store: Store) -> Services:
    services_of(store, None).setup.live_at(NOW.replace(tzinfo=None))
    services_of(store, None).importing.write_records(demonstration(80))
    return services_of(store, "A01")


def test_the_list_is_five_long_and_one_place_in_ten_is_drawn(claire: Services) -> None:
    assert claire.daily_lists.rules() == DailyRules(5, 10)


def test_no_place_is_drawn_where_none_shall_be(claire: Services) -> None:
    def drawn() -> int:
        lists = [claire.suggesting.suggest("A01", seed=seed) for seed in range(12)]
        return sum(one.drawn for found in lists for one in found.shown)

    usual = drawn()
    claire.daily_lists.choose_drawn(0)
    assert drawn() == 0
    claire.daily_lists.choose_drawn(20)
    assert drawn() >= usual > 0


def test_what_is_not_offered_is_refused(claire: Services) -> None:
    with pytest.raises(ValueError, match="7"):
        claire.daily_lists.choose_length(7)
    with pytest.raises(ValueError, match="11"):
        claire.daily_lists.choose_drawn(11)
    claire.daily_lists.choose_length(8)
    assert claire.daily_lists.rules() == DailyRules(8, 10)
    assert claire.upkeep.check().sound


@pytest.mark.parametrize("kept", [None, "", "x", "7", "-5", "٥"])
def test_what_has_no_meaning_is_as_the_program_came(kept: str | None) -> None:
    assert daily_rules(kept, kept) == DailyRules()
