"""Profiles: every way of making a column, and every way of getting it wrong, explained."""

from pathlib import Path

import pytest
from bank.folders import WhatWasRead, read, write_folder

from advisor_app.domain.bank_import import ProfileFault, Why, WrongProfile
from advisor_app.domain.codes import Language
from advisor_app.exchange.profiles import read_profile, shipped_profile
from advisor_app.i18n import speaking
from advisor_app.i18n.import_wording import FAULTS
from advisor_app.i18n.wording import sentence
from advisor_app.resources import resource_folder

HEAD = '[[files.clients]]\npath = "people.csv"\n'
NAMED = HEAD + '[files.clients.columns]\nref = "n"\nlast_name = "name"\n'
PEOPLE = (
    "n,name,born,sex,d,m,y,zip\n1,Durand,05/04/1980,M,19,oct,1979,69\n2,Petit,,F,1,déc,2001,75\n"
)


def follow(tmp_path: Path, profile: str, people: str | bytes = PEOPLE) -> WhatWasRead:
    """Read one file by a profile."""
    path = tmp_path / "p.toml"
    path.write_text(profile, encoding="utf-8")
    return read(write_folder(tmp_path / "bank", people=people), profile=path)


def column(tmp_path: Path, name: str, made: str, more: str = "") -> list[object]:
    """One column of the clients, made in a way."""
    told = follow(tmp_path, NAMED.replace(HEAD, HEAD + more) + f"{name} = {made}\n")
    assert told.refusals == []
    return [getattr(client, name) for client in told.records["clients"]]


@pytest.mark.parametrize(
    ("name", "made", "expected"),
    [
        ("first_name", '"sex"', ["M", "F"]),
        ("email", '{ join = ["n", "name"], with = "@" }', ["1@Durand", "2@Petit"]),
        ("phone", '{ join = ["n", "zip"] }', ["169", "275"]),
        ("title", '{ from = "sex", map = { M = "mr", F = "mrs" } }', ["mr", "mrs"]),
        ("title", '{ from = "sex", map = { F = "mrs" }, default = "" }', [None, "mrs"]),
        ("country", '{ value = "FR" }', ["FR", "FR"]),
        ("no_contact", "{ value = true }", [True, True]),
        ("occupation", '{ row = "Row {}" }', ["Row 1", "Row 2"]),
        ("since", '{ date = ["d", "m", "y"] }', ["1979-10-19", "2001-12-01"]),
        ("since", '{ date = ["d", "m"], year = 2010 }', ["2010-10-19", "2010-12-01"]),
        ("since", '{ date = ["d", "m", "none"], year = 2010 }', ["2010-10-19", "2010-12-01"]),
        ("since", '{ date = ["d", "m", 2010] }', ["2010-10-19", "2010-12-01"]),
        ("since", '{ date = ["m", "y"], day = 1 }', ["1979-10-01", "2001-12-01"]),
    ],
)
def test_a_column_is_made(name: str, made: str, expected: list[object], tmp_path: Path) -> None:
    assert column(tmp_path, name, made) == expected


def test_a_date_format_is_followed(tmp_path: Path) -> None:
    made = column(tmp_path, "birth_date", '"born"', 'date_format = "%d/%m/%Y"\n')
    assert made == ["1980-04-05", None]


def test_skip_leaves_rows_out_and_counts_them(tmp_path: Path) -> None:
    skipping = '{ from = "sex", map = { M = "mr" }, default = "skip" }'
    told = follow(tmp_path, NAMED + f"title = {skipping}\n")
    assert [client.ref for client in told.records["clients"]] == ["1"]
    assert (told.read["clients"], told.skipped["clients"]) == (2, 1)


def test_where_keeps_rows_that_agree_in_every_column(tmp_path: Path) -> None:
    where = 'where = { sex = ["M", "F"], born = [""] }\n'
    told = follow(tmp_path, NAMED.replace(HEAD, HEAD + where))
    assert [client.ref for client in told.records["clients"]] == ["2"]
    assert told.skipped["clients"] == 1


def test_rows_keep_their_numbers_where_others_are_left_out(tmp_path: Path) -> None:
    profile = HEAD + 'where = { sex = ["F"] }\n[files.clients.columns]\n'
    told = follow(tmp_path, profile + 'ref = { row = "R{}" }\nlast_name = "name"\n')
    assert [client.ref for client in told.records["clients"]] == ["R2"]


def test_several_blocks_and_files_feed_one_table(tmp_path: Path) -> None:
    profile = tmp_path / "p.toml"
    block = NAMED.replace("people.csv", "p*.csv")
    other = (
        '[[files.clients]]\npath = "x.csv"\n[files.clients.columns]\nref = "k"\nemail = "mail"\n'
    )
    profile.write_text(block + other)
    folder = write_folder(
        tmp_path / "bank", p1="n,name\n1,A\n", p2="n,name\n2,B\n", x="k,mail\n2,b@example.org\n"
    )
    told = read(folder, profile=profile)
    assert [(client.ref, client.email) for client in told.records["clients"]] == [
        ("1", None),
        ("2", None),
        ("2", "b@example.org"),
    ]


def test_delimiter_and_encoding_of_a_profile_hold(tmp_path: Path) -> None:
    more = 'delimiter = "|"\nencoding = "cp850"\n'
    told = follow(
        tmp_path, NAMED.replace(HEAD, HEAD + more), "n|name\n1|Éva, née\n".encode("cp850")
    )
    assert told.records["clients"][0].last_name == "Éva, née"


def test_columns_of_theirs_name_the_refusals(tmp_path: Path) -> None:
    told = follow(tmp_path, NAMED + 'birth_date = "born"\n')
    assert [(one.column, one.value, one.why) for one in told.refusals] == [
        ("born", "05/04/1980", Why.NOT_A_DATE)
    ]


WRONG = {
    ProfileFault.NOT_TOML: "[[files",
    ProfileFault.NO_FILES: 'name = "x"\n',
    ProfileFault.UNKNOWN_TABLE: "[[files.people]]\n",
    ProfileFault.UNKNOWN_KEY: NAMED.replace("path", 'colour = "red"\npath'),
    ProfileFault.NO_PATH: "[[files.clients]]\n",
    ProfileFault.NO_SUCH_FILE: NAMED.replace("people.csv", "folk.csv"),
    ProfileFault.PATH_OUTSIDE: NAMED.replace("people.csv", "../people.csv"),
    ProfileFault.UNKNOWN_COLUMN: NAMED + 'shoe_size = "n"\n',
    ProfileFault.NO_SUCH_COLUMN: NAMED + 'email = "mail"\n',
    ProfileFault.BAD_COLUMN: NAMED + 'email = { split = "n" }\n',
    ProfileFault.BAD_DELIMITER: NAMED.replace(HEAD, HEAD + 'delimiter = "||"\n'),
    ProfileFault.BAD_ENCODING: NAMED.replace(HEAD, HEAD + 'encoding = "klingon"\n'),
    ProfileFault.BAD_DATE_FORMAT: NAMED.replace(HEAD, HEAD + 'date_format = "day"\n'),
    ProfileFault.BAD_WHERE: NAMED.replace(HEAD, HEAD + "where = { sex = [] }\n"),
    ProfileFault.NO_COLUMNS: HEAD,
}


@pytest.mark.parametrize("fault", WRONG)
def test_a_wrong_profile_is_explained(fault: ProfileFault, tmp_path: Path) -> None:
    with pytest.raises(WrongProfile) as caught:
        follow(tmp_path, WRONG[fault])
    assert caught.value.why is fault
    with speaking(Language.EN):
        assert sentence(caught.value).endswith("Nothing was written.")


def test_a_missing_profile_is_explained(tmp_path: Path) -> None:
    with pytest.raises(WrongProfile) as caught:
        read(write_folder(tmp_path, clients="ref\n"), profile=tmp_path / "none.toml")
    assert caught.value.why is ProfileFault.MISSING


def test_every_fault_has_a_sentence_and_a_test() -> None:
    assert set(FAULTS) == set(ProfileFault) == {*WRONG, ProfileFault.MISSING}


@pytest.mark.parametrize(
    "made", ["1", "{ join = [] }", '{ from = "n" }', '{ row = "x" }', '{ date = ["d"] }', "[]"]
)
def test_half_said_columns_are_refused(made: str, tmp_path: Path) -> None:
    with pytest.raises(WrongProfile) as caught:
        follow(tmp_path, NAMED + f"email = {made}\n")
    assert caught.value.why is ProfileFault.BAD_COLUMN


def test_shipped_profiles_are_sound_and_found_by_name() -> None:
    names = [path.stem for path in (resource_folder() / "profiles").glob("*.toml")]
    assert len(names) >= 2
    for name in names:
        assert read_profile(shipped_profile(Path(name))).blocks
