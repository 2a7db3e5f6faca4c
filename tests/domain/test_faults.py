"""What is written about a bug holds no client's data."""

from advisor_app.domain.faults import outline


def fail(name: str) -> None:
    try:
        int(name)
    except ValueError as error:
        raise RuntimeError(name) from error


def test_an_outline_names_places_and_kinds_but_no_values() -> None:
    try:
        fail("Gérard Lemoine")
    except RuntimeError as error:
        text = outline(error)
    assert "Lemoine" not in text
    assert "builtins.RuntimeError" in text
    assert "builtins.ValueError" in text
    assert "fail (" in text
