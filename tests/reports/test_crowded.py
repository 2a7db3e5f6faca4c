"""Papers with more than they have room for: everything stays on the page, nothing on another."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from paper.measuring import opened, rows, sheets, told
from paper.reading import read
from paper.samples import day_pack, letter

from advisor_app.reports import daypack
from advisor_app.reports import letter as letters
from advisor_app.reports.daypack_data import OutsideVisit

LONG = "Marie-Antoinette de La Rochefoucauld-Montmorency : " + "rappeler pour la suite, " * 4
NAME = "Madame de La Rochefoucauld-Montmorency de Saint-Hilaire d’Auvergne-Lauraguais"
STREET = "Résidence des Jardins de l’Abbaye, bâtiment C, 1148 bis avenue du Maréchal"
TOWN = "51290 Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson"
MARGIN = 14.0


def crowded(meetings: int, tasks: int) -> bytes:
    pack = day_pack()
    spread = tuple(
        replace(pack.meetings[n % 4], start=start, end=start + timedelta(minutes=30))
        for n in range(meetings)
        for start in [datetime(2026, 4, 23, 8, 30) + timedelta(minutes=40 * n)]  # noqa: DTZ001 wall
    )
    return daypack.render(
        replace(
            pack,
            meetings=spread,
            alerts=(LONG,) * tasks,
            follow_ups=(LONG,) * tasks,
            calls=(LONG,) * min(tasks, 6),
            next_meetings=(LONG,) * tasks,
            outside=(OutsideVisit(LONG, LONG),) * tasks,
        )
    )


@pytest.mark.parametrize("meetings", [0, 4, 11, 20])
@pytest.mark.parametrize("tasks", [0, 5, 12])
def test_a_crowded_day_stays_on_its_four_pages(meetings: int, tasks: int) -> None:
    pdf = crowded(meetings, tasks)
    pages = sheets(pdf)
    assert len(pages) == 4 + 2 * meetings
    for page in (*pages[:2], *pages[-2:]):
        assert page.outside(MARGIN) == []
        assert page.overlaps() == []
    with opened(pdf) as file:
        assert all(len(found) <= 1 for found in rows(file))
        assert told(file)[-1].role != "/H2"


def test_what_is_cut_is_counted() -> None:
    assert "de plus" in read(crowded(4, 12)).pages[1]


def test_every_call_of_a_crowded_day_is_there() -> None:
    numbered = replace(day_pack(), calls=tuple(f"Appel {n} : {LONG}" for n in range(6)))
    crowd = replace(numbered, alerts=(LONG,) * 9, follow_ups=(LONG,) * 12)
    back = read(daypack.render(crowd)).pages[1]
    assert all(f"Appel {n}" in back for n in range(6))


def letters_of(text: str) -> str:
    """Letters and digits alone: a reader of the file joins lines at a hyphen in its own way."""
    return "".join(char for char in text if char.isalnum())


def test_a_long_address_is_whole_in_its_window() -> None:
    pdf, _pages = letters.render(letter(address=(NAME, STREET, TOWN)))
    words = letters_of(read(pdf).pages[0])
    assert all(letters_of(line) in words for line in (NAME, STREET, TOWN))
    (page,) = sheets(pdf)
    assert page.overlaps() == []
