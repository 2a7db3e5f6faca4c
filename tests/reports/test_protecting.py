"""Protected papers: only their passphrase opens them, with AES of 256 bits."""

import io

import pikepdf
import pytest
from paper.samples import letter
from pypdfium2 import PdfDocument, PdfiumError

from advisor_app.domain.protection import PaperNeedsPassphrase, PassphraseTooShort
from advisor_app.reports import letter as letters
from advisor_app.reports.protecting import protected

WORD = "dix-sept pélicans"


@pytest.fixture(scope="module")
def plain() -> bytes:
    return letters.render(letter())[0]


def test_only_the_passphrase_opens_it(plain: bytes) -> None:
    locked = protected(plain, WORD)
    for wrong in ("", "dix-sept pelicans", WORD + "x"):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(io.BytesIO(locked), password=wrong)
    with pytest.raises(PdfiumError):
        PdfDocument(locked)
    with pikepdf.open(io.BytesIO(locked), password=WORD) as opened:
        lock = opened.encryption
        assert (lock.R, lock.V, lock.bits) == (6, 5, 256)
        assert lock.stream_method.name == lock.string_method.name == "aesv3"
        assert opened.Root.MarkInfo.Marked is True


def test_nothing_of_the_text_stands_in_the_file(plain: bytes) -> None:
    document = PdfDocument(plain)
    title = document.get_metadata_dict()["Title"].encode()
    document.close()
    assert title
    assert title not in protected(plain, WORD)


def test_the_text_is_the_same_once_it_is_open(plain: bytes) -> None:
    def words(data: bytes, password: str | None) -> str:
        document = PdfDocument(data, password=password)
        text = str(document[0].get_textpage().get_text_range())
        document.close()
        return text

    assert words(protected(plain, WORD), WORD) == words(plain, None)


def test_a_short_passphrase_is_refused(plain: bytes) -> None:
    with pytest.raises(PassphraseTooShort):
        protected(plain, "neuf char")
    with pytest.raises(PaperNeedsPassphrase):
        protected(plain, "")
