"""The tables of figures and parameters hang together with each other and with the formulas."""

import tomllib
from datetime import date
from pathlib import Path

from pages.figures import page

from advisor_app.domain.figures.computing import FORMULAS
from advisor_app.domain.figures.values import Unit
from advisor_app.playbooks.figures import figures
from advisor_app.playbooks.parameters import parameters
from advisor_app.playbooks.projects import life_projects
from advisor_app.playbooks.tables import playbook_folder


def test_each_figure_has_a_formula_and_each_formula_a_figure() -> None:
    assert list(figures()) == list(FORMULAS)
    assert len(figures()) == 30


def test_what_must_be_known_is_among_the_inputs() -> None:
    for figure in figures().values():
        for names in figure.show_when:
            assert set(names) <= set(figure.inputs), figure.code


def test_every_input_of_the_table_is_used() -> None:
    with (playbook_folder() / "figures.toml").open("rb") as file:
        named = [row["id"] for row in tomllib.load(file)["input"]]
    used = {name for figure in figures().values() for name in figure.inputs}
    assert len(named) == len(set(named))
    assert set(named) == used


def test_choices_are_worded_where_there_are_some() -> None:
    for figure in figures().values():
        for output in figure.outputs.values():
            assert bool(output.choices) == (output.unit is Unit.CHOICE), figure.code


def test_the_figures_of_every_project_are_known() -> None:
    for project in life_projects().values():
        assert set(project.figures) <= set(figures()), project.code


def test_parameters_have_days_in_order_and_do_not_repeat_a_day() -> None:
    seen = set()
    for one in parameters():
        for bound in (one.valid_from, one.valid_until):
            assert bound is None or type(bound) is date, one.code
        if one.valid_from and one.valid_until:
            assert one.valid_from <= one.valid_until, one.code
        assert (one.code, one.valid_from) not in seen
        seen.add((one.code, one.valid_from))


def test_a_verified_parameter_names_its_source() -> None:
    assert [one.code for one in parameters() if one.status == "verified" and not one.source] == []


def test_numbers_of_parameters_are_exact() -> None:
    def floats(value: object) -> bool:
        if isinstance(value, tuple):
            return any(map(floats, value))
        if isinstance(value, dict):
            return any(map(floats, value.values()))
        return isinstance(value, float)

    assert [one.code for one in parameters() if floats(one.value)] == []


def test_the_page_about_figures_is_that_of_the_tables() -> None:
    root = Path(__file__).resolve().parents[2]
    written = (root / "docs" / "figures.md").read_text(encoding="utf-8")
    assert written == page()
    assert [code for code in figures() if f"`{code}`" not in written] == []
