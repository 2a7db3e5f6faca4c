"""What a note should not say."""

import csv
from pathlib import Path

import pytest

from advisor_app.domain.codes import Language
from advisor_app.domain.watchwords import Sensitive, cautions
from advisor_app.playbooks.tables import read_csv
from advisor_app.playbooks.watchwords import watchwords

FR, EN, NL, DE = Language.FR, Language.EN, Language.NL, Language.DE


@pytest.mark.parametrize(
    ("text", "language", "about"),
    [
        ("Il a été hospitalisé en mars.", FR, Sensitive.HEALTH),
        ("Madame est ENCEINTE", FR, Sensitive.HEALTH),
        ("very ill, cancer treatment", EN, Sensitive.HEALTH),
        ("Mevrouw is zwanger", NL, Sensitive.HEALTH),
        ("Er ist schwanger geworden, sie auch", DE, Sensitive.HEALTH),
        ("famille catholique", FR, Sensitive.RELIGION),
        ("a trade union member", EN, Sensitive.POLITICS_UNION),
        ("il vit avec sa maîtresse", FR, Sensitive.SEXUAL_LIFE),
        ("client d'origine portugaise", FR, Sensitive.ORIGIN),
        ("sort de prison", FR, Sensitive.OFFENCE),
        ("vraiment radin", FR, Sensitive.JUDGEMENT),
        ("un peu fou", FR, Sensitive.JUDGEMENT),
        ("son ex veut la maison", FR, Sensitive.THIRD_PARTY),
        ("zijn ex wil het huis", NL, Sensitive.THIRD_PARTY),
        ("carte 4970 1012 3456 7890", FR, Sensitive.SECRETS),
        ("son mot de passe est", FR, Sensitive.SECRETS),
        ("Passwort notiert", FR, Sensitive.SECRETS),
    ],
)
def test_a_sensitive_word_is_seen(text: str, language: Language, about: Sensitive) -> None:
    assert about in {caution.about for caution in cautions(text, watchwords(), language)}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Souhaite acheter en 2027, apport de 40 000 €. Lui rappeler mardi.", FR),
        ("Va fournir le bulletin ; son exploitation ouvre le lundi. Une foule de questions.", FR),
        ("Les traces du dossier et la grâce du jardin", FR),
        ("By conviction, wants a fixed rate; embrace the plan.", EN),
        ("Wil een rastafel kopen, domein in Gent", NL),
        ("Das Konto der Tochter; fauliger Keller wird saniert", DE),
        ("", FR),
    ],
)
def test_an_honest_note_passes(text: str, language: Language) -> None:
    assert cautions(text, watchwords(), language) == ()


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("Der Mann ist oft krank", FR, "krank"),
        ("un client pénible", DE, "pénible"),
        ("always annoying", NL, "annoying"),
        ("hij is ziek", EN, "ziek"),
    ],
)
def test_words_of_the_other_languages_are_seen_too(
    text: str, language: Language, word: str
) -> None:
    assert word in {caution.word for caution in cautions(text, watchwords(), language)}


def test_a_word_that_several_languages_know_is_said_once_in_the_readers() -> None:
    (caution,) = cautions("cancer", watchwords(), EN)
    assert caution.neutral == "needs support, no detail"


def test_a_false_friend_hides_nothing_behind_it() -> None:
    (caution,) = cautions("lui, un idioot", watchwords(), FR)
    assert caution.word == "idioot"


def test_the_caution_shows_the_word_and_what_could_stand_instead() -> None:
    (caution,) = cautions("Client pénible au téléphone", watchwords(), FR)
    assert caution.word == "pénible"
    assert caution.neutral is not None
    assert "réponses écrites" in caution.neutral


def test_every_kind_is_watched_in_four_languages() -> None:
    for language in Language:
        kinds = {word.about for word in watchwords() if word.language in (None, language)}
        assert kinds == set(Sensitive), language


def test_every_row_of_the_trades_table_is_taken_over(shared: Path) -> None:
    with (shared / "domain/freetext_watchwords.csv").open(encoding="utf-8", newline="") as file:
        told = {(row["category"], row["language"]) for row in csv.DictReader(file)}
    ours = {(row["category"], row["language"]) for row in read_csv("freetext_watchwords.csv")}
    assert told <= ours


def test_what_could_be_written_instead_is_in_the_language_of_the_program() -> None:
    found = cautions("Il est malade, il a un cancer.", watchwords(), FR)
    assert [caution.word for caution in found] == ["malade", "cancer"]
    assert {caution.neutral for caution in found} == {"situation à accompagner, sans détail"}
