from hypothesis import given
from hypothesis import strategies as st

from advisor_app.ui.window.routes import Route, Trail


def test_a_step_back_returns_to_the_page_before() -> None:
    trail = Trail()
    for name in ("today", "portfolio", "client"):
        trail.go(Route(name))
    assert trail.before() == Route("portfolio")
    assert trail.step(-1) == Route("portfolio")
    assert trail.step(1) == Route("client")
    assert trail.step(1) is None


def test_a_new_page_cuts_off_what_lay_ahead() -> None:
    trail = Trail()
    for name in ("today", "portfolio"):
        trail.go(Route(name))
    trail.step(-1)
    trail.go(Route("sheets"))
    assert [route.page for route in trail.visited] == ["today", "sheets"]


@given(st.lists(st.one_of(st.sampled_from(["a", "b", "c"]), st.sampled_from([-1, 1]))))
def test_the_place_is_always_a_visited_one(steps: list[str | int]) -> None:
    trail = Trail()
    trail.go(Route("today"))
    for step in steps:
        if isinstance(step, int):
            trail.step(step)
        else:
            trail.go(Route(step))
        assert 0 <= trail.place < len(trail.visited)
    pairs = zip(trail.visited, trail.visited[1:], strict=False)
    assert all(one != other for one, other in pairs)
