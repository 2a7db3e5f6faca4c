"""The day pack, read back from the file."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
from paper.reading import read
from paper.samples import at, day_pack, fournier
from reports.test_sheet import HOSTILE, poisoned

from advisor_app.domain.codes import Language
from advisor_app.reports.daypack import first_page, page_count, render, render_end
from advisor_app.reports.daypack_data import DayPackData, PackMeeting


def meetings(count: int) -> tuple[PackMeeting, ...]:
    start = at(8, 0)
    return tuple(
        PackMeeting(
            start + timedelta(minutes=45 * number),
            start + timedelta(minutes=45 * number + 30),
            f"Client {number}",
            f"C{number}",
            "Faire le point",
            "Bureau 2",
            "",
            replace(fournier(), names=f"Client {number}"),
        )
        for number in range(count)
    )


def test_begins_every_sheet_on_a_right_hand_page_with_its_name() -> None:
    pack = day_pack()
    pages = read(render(pack)).pages
    assert len(pages) == page_count(pack) == 12
    for number, meeting in enumerate(pack.meetings):
        first = first_page(number)
        assert first % 2 == 1
        assert meeting.who in pages[first - 1]
        assert f"{first} / 12" in pages[first - 1]
        assert f"{first + 1} / 12" in pages[first]


def test_bookmarks_the_cover_and_every_meeting_with_its_hour() -> None:
    marks = read(render(day_pack())).bookmarks
    assert len(marks) == 8
    assert marks[3].replace("\u00a0", " ") == "10 h 30 · Camille et Julien Fournier"


def test_the_cover_names_rooms_what_to_bring_and_the_pages() -> None:
    cover = read(render(day_pack())).pages[0]
    for words in ("Bureau 2", "Papier blanc", "3 rue des Lavoirs", "5 – 6", "Hugo Lambert"):
        assert words in cover


def test_the_cover_cuts_no_subject_that_fits_without_what_follows_it() -> None:
    day = day_pack()
    first = replace(day.meetings[1], purpose="Première résidence principale", first_meeting=True)
    cover = read(render(replace(day, meetings=(first,)))).pages[0].replace("\u00a0", " ")
    assert "Première résidence principale\n" in cover
    assert "Bureau 2 · 60 min · première rencontre" in cover


def test_an_alert_takes_a_second_line_where_the_page_has_room() -> None:
    missing = ", ".join(f"pièce numéro {number}" for number in range(1, 11))
    alert = f"Camille et Julien Fournier : à demander, {missing}"
    cover = read(render(replace(day_pack(), alerts=(alert,), follow_ups=()))).pages[0]
    assert "pièce numéro 10" in " ".join(cover.replace("\u00a0", " ").split())


def test_the_back_holds_what_the_cover_has_no_room_for() -> None:
    cover, back = read(render(day_pack())).pages[:2]
    assert "Mathieu Noël" not in cover
    assert "Mathieu Noël" in back


def test_the_back_holds_calls_with_their_hours() -> None:
    back = read(render(day_pack())).pages[1]
    assert "Odile Vasseur, 04 65 71 20 17" in back
    assert "de 10 h à 13 h et de 14 h à 20 h" in back


def test_after_the_sheets_come_walk_ins_outside_visits_and_the_next_day() -> None:
    end = read(render(day_pack())).pages[-2]
    assert end.count("traité en ligne") == 6
    assert "14 h 00 · Marguerite Delaunay · à domicile, 3 rue des Lavoirs" in end
    assert "téléphone 04 65 71 20 44 · partir à 13 h 45" in end
    assert "vendredi 24 avril 2026" in end
    assert "Karim Benslimane" in end


def test_the_last_page_is_for_notes_and_counts_what_to_shred() -> None:
    notes = read(render(replace(day_pack(), language=Language.EN))).pages[-1]
    assert "Notes" in notes
    assert "To be destroyed in the evening (shredder). Left: 4 sheets." in notes


def test_the_last_pages_alone_are_those_of_the_pack() -> None:
    whole = read(render(day_pack())).pages[-2:]
    assert read(render_end(day_pack())).pages == whole


def test_the_strip_names_the_rooms_and_says_what_is_free() -> None:
    pack = replace(day_pack(), language=Language.EN, free="11:30 to 12:30; 15:15 to 16:30")
    cover = read(render(pack)).pages[0]
    assert "Free: 11:30 to 12:30; 15:15 to 16:30" in cover
    roomed = tuple(replace(one, room="Salle 7") for one in pack.meetings)
    assert read(render(replace(pack, meetings=roomed))).pages[0].count("Salle 7") == 4


@pytest.mark.parametrize("count", [0, 1, 5, 6, 8, 9, 14])
def test_any_number_of_meetings_keeps_two_pages_each(count: int) -> None:
    pack = replace(day_pack(), meetings=meetings(count))
    pages = read(render(pack)).pages
    assert len(pages) == 4 + 2 * count
    shown = "\n".join(pages[:2])
    assert all(f"Client {number}" in shown for number in range(count))


def test_same_day_gives_same_bytes_in_its_language() -> None:
    pack = replace(day_pack(), language=Language.DE)
    assert render(pack) == render(pack)
    assert read(render(pack)).language == "de"


def test_labels_are_small_and_nothing_else() -> None:
    sizes = read(render(day_pack())).sizes
    assert min(sizes) == 8.5
    assert min(sizes - {8.5, 8.6}) >= 9.5


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_every_field_prints(text: str) -> None:
    pack: DayPackData = poisoned(day_pack(), text)
    printed = read(render(pack))
    assert len(printed.pages) == 12
    assert printed.embedded


def test_a_meeting_at_night_and_a_day_without_hours_still_print() -> None:
    late = replace(meetings(1)[0], start=at(22, 0), end=at(22, 0) + timedelta(hours=2))
    pack = replace(day_pack(), meetings=(late,), hours=(time(9), time(9)), pauses=())
    assert len(read(render(pack)).pages) == 6


def test_a_long_address_is_whole_on_the_cover_and_the_length_beside_the_subject() -> None:
    where = "à domicile, 3 rue des Lavoirs, Les Ormeaux"
    (meeting, *others) = day_pack().meetings
    told = replace(meeting, where=where, purpose="Transmission", first_meeting=False)
    printed = read(render(replace(day_pack(), meetings=(told, *others)))).pages[0]
    cover = " ".join(printed.split()).replace("\N{NO-BREAK SPACE}", " ")
    assert where in cover
    assert "Transmission · 60 min" in cover
