"""Locks a paper with a passphrase: AES with 256 bits (ISO 32000-2, revision 6)."""

import io

from advisor_app.domain.protection import strong_enough


def protected(pdf: bytes, passphrase: str) -> bytes:
    """The same paper, which only the passphrase opens; PassphraseTooShort.

    Screen readers may still read it once it is open. It no longer says that it is PDF/A, which no
    locked file can be. Its bytes differ each time: the key is drawn.
    """
    import pikepdf

    word = strong_enough(passphrase)
    allowed = pikepdf.Permissions(accessibility=True)
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        lock = pikepdf.Encryption(
            owner=word, user=word, R=6, aes=True, metadata=True, allow=allowed
        )
        with opened.open_metadata(set_pikepdf_as_editor=False) as metadata:
            for claim in ("pdfaid:part", "pdfaid:conformance"):
                metadata.pop(claim, None)
        opened.save(locked, encryption=lock)
    return locked.getvalue()
