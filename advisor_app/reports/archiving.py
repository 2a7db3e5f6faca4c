"""What makes a paper fit for an archive: PDF/A-1b (ISO 19005-1).

The file says in itself what it is, in the form that archives and file managers read (XMP), and what
its greys and colours mean; it needs nothing that is not inside.
"""

import zlib
from functools import cache
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFInfo,
    PDFName,
    PDFStream,
    PDFString,
)

from advisor_app.reports.colour_profile import srgb_profile

AUTHOR = "Tête-à-tête"
PRODUCER = "ReportLab"
PDF_VERSION = (1, 4)


class _EndedStream(PDFStream):  # type: ignore[misc] # ReportLab has no types
    """A stream that ends as PDF/A asks: on a line of its own."""

    def format(self, document: PDFDocument) -> bytes:
        """The dictionary and what follows it."""
        return bytes(super().format(document)).removesuffix(b"endstream\n") + b"\nendstream\n"


# ReportLab makes streams in many places, and offers none where their ends could be told.
pdfdoc.PDFStream = _EndedStream


def archive(document: PDFDocument, title: str, language: str) -> None:
    """Enter what PDF/A-1b asks for into a finished document, before it is written."""
    document.info = _Info(title)
    catalog = document.Catalog
    # ReportLab knows no colour profiles: it is told of one more entry of the catalog.
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.Metadata = _EndedStream(
        PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}),
        metadata(title, language),
    )
    catalog.OutputIntents = PDFArray([_output_intent(document)])


def metadata(title: str, *languages: str) -> bytes:
    """The XMP packet of a paper; it repeats what the older form of the file's data says."""
    spoken = "".join(f"<rdf:li>{one}</rdf:li>" for one in languages)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
        ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">'
        "<dc:format>application/pdf</dc:format>"
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>'
        f"<dc:language><rdf:Bag>{spoken}</rdf:Bag></dc:language>"
        f"<dc:creator><rdf:Seq><rdf:li>{AUTHOR}</rdf:li></rdf:Seq></dc:creator>"
        f"<pdf:Producer>{PRODUCER}</pdf:Producer>"
        "<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
        '<?xpacket end="r"?>'
    ).encode()


class _Info(PDFInfo):  # type: ignore[misc] # ReportLab has no types
    """The file's data without a clock: ReportLab would date every paper to the year 2000."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title, self.author = title, AUTHOR

    def format(self, document: PDFDocument) -> bytes:
        """The dictionary."""
        told = {"Title": self.title, "Author": AUTHOR, "Producer": PRODUCER}
        entries = {name: PDFString(text) for name, text in told.items()}
        return bytes(PDFDictionary(entries).format(document))


def _output_intent(document: PDFDocument) -> PDFDictionary:
    kind = PDFDictionary({"N": 3, "Filter": PDFName("FlateDecode")})
    profile = document.Reference(_EndedStream(kind, _packed_profile()))
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString("sRGB IEC61966-2.1"),
            "Info": PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": profile,
        }
    )


@cache
def _packed_profile() -> bytes:
    return zlib.compress(srgb_profile(), 9)
