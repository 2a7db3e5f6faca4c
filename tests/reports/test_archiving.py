"""Every paper is fit for an archive: PDF/A-1b, as another program sees it."""

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from paper.hostile import HOSTILE, poisoned
from paper.kinds import PAPERS
from paper.preflight import missing, refused
from paper.samples import fournier, letter
from PIL import Image, ImageCms

from advisor_app.reports import letter as letters
from advisor_app.reports import sheet
from advisor_app.reports.colour_profile import srgb_profile
from advisor_app.reports.protecting import protected

WORD = "dix-sept pélicans"
needs_preflight = pytest.mark.skipif(bool(missing()), reason=missing())


@needs_preflight
def test_preflight_takes_every_kind_of_paper(tmp_path: Path) -> None:
    assert refused({name: make() for name, make in PAPERS.items()}, tmp_path) == {}


@needs_preflight
def test_preflight_takes_papers_full_of_hostile_text(tmp_path: Path) -> None:
    plain = replace(fournier(), reference="7F3K-2291")
    papers = {
        f"{kind} {text!r}": make(text)
        for text in HOSTILE
        for kind, make in (
            ("sheet", lambda text: sheet.render(poisoned(plain, text))),
            ("letter", lambda text: letters.render(poisoned(letter(), text))[0]),
        )
    }
    assert refused(papers, tmp_path) == {}


@needs_preflight
def test_preflight_would_say_what_is_wrong(tmp_path: Path) -> None:
    spoiled = io.BytesIO()
    with pikepdf.open(io.BytesIO(PAPERS["letter"]())) as pdf:
        del pdf.Root.OutputIntents
        pdf.save(spoiled)
    (found,) = refused({"spoiled": spoiled.getvalue()}, tmp_path).values()
    assert any("Color Profile" in one for one in found)


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_says_what_it_is_and_bears_no_clock(name: str) -> None:
    with pikepdf.open(io.BytesIO(PAPERS[name]())) as pdf:
        with pdf.open_metadata() as metadata:
            assert metadata.pdfa_status == "1B"
            assert metadata["dc:title"] == str(pdf.docinfo.Title)
        assert set(pdf.docinfo.keys()) == {"/Title", "/Author", "/Producer"}
        (intent,) = pdf.Root.OutputIntents
        assert intent.DestOutputProfile.read_bytes() == srgb_profile()


def test_a_protected_paper_claims_nothing_that_a_lock_forbids() -> None:
    locked = protected(PAPERS["letter"](), WORD)
    with pikepdf.open(io.BytesIO(locked), password=WORD) as pdf:
        with pdf.open_metadata() as metadata:
            assert metadata.pdfa_status == ""
            assert metadata["dc:title"] == str(pdf.docinfo.Title)
        assert pdf.Root.MarkInfo.Marked is True


def test_the_colour_profile_is_srgb_as_another_program_knows_it() -> None:
    ours = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
    assert ours.profile.version < 3
    assert ImageCms.getProfileDescription(ours).strip() == "sRGB"
    colours = Image.frombytes(
        "RGB", (256, 3), bytes((i * 37 + i // 256) % 256 for i in range(2304))
    )
    same = ImageCms.buildTransform(ours, ImageCms.createProfile("sRGB"), "RGB", "RGB")
    found = ImageCms.applyTransform(colours, same)
    assert found is not None
    pairs = zip(colours.tobytes(), found.tobytes(), strict=True)
    assert max(abs(one - other) for one, other in pairs) <= 1
