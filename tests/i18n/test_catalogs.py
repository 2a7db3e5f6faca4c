"""The gate of the catalogs finds what Babel lets pass."""

from pathlib import Path

import pytest
from babel.messages import Catalog, Message

from advisor_app.domain.codes import Language
from advisor_app.i18n import catalogs


def problems(string: str | tuple[str, ...], source: str | tuple[str, str]) -> list[str]:
    catalog = Catalog(locale="de")
    catalog.add(source, string)
    return list(catalogs.problems_of(Message(source), catalog, set()))


@pytest.mark.parametrize(
    ("string", "problem"),
    [
        ("", "missing or empty"),
        ("Guten Tag, {nmae}.", "unknown field"),
        ("Guten Tag.", "lost field"),
        ("Hello {name}.", "still in English"),
    ],
)
def test_a_string_that_a_reader_would_see_wrong_is_found(string: str, problem: str) -> None:
    assert problem in problems(string, "Hello {name}.")


def test_a_whole_string_passes() -> None:
    assert problems("Guten Tag, {name}.", "Hello {name}.") == []


def test_a_plural_without_its_second_form_is_found() -> None:
    assert problems(("{count} Tag", ""), ("{count} day", "{count} days")) == ["missing or empty"]


def test_new_strings_stand_in_english_in_the_english_catalog_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogs, "translation_folder", lambda: tmp_path)
    template = Catalog()
    template.add("A sentence nobody has translated yet.")
    catalogs.update(template)
    spoken = {
        language: catalogs.read_catalog(language)["A sentence nobody has translated yet."].string
        for language in Language
    }
    assert spoken.pop(Language.EN) == "A sentence nobody has translated yet."
    assert set(spoken.values()) == {""}
