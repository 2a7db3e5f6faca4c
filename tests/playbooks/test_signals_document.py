from signals_document import DOCUMENT, render

from advisor_app.playbooks.suggestions import playbooks


def test_the_page_about_signals_is_that_of_the_tables() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == render(playbooks())


def test_it_names_all_84_signals() -> None:
    page = DOCUMENT.read_text(encoding="utf-8")
    assert all(f"`{code}`" in page for code in playbooks().signals)
