"""Handing a client over to another advisor: the sheet that says what must not be lost."""

from advisor_app.domain.briefing import Briefing
from advisor_app.domain.papers import PaperKind, PaperOwner, PrintedPaper, Purpose
from advisor_app.domain.trail import Deed
from advisor_app.services.desk import Desk
from advisor_app.services.sheets import Sheets
from advisor_app.storage import documents


class Handovers:
    """Reads what a handover sheet needs, and records that it was printed."""

    def __init__(self, desk: Desk, sheets: Sheets) -> None:
        self._desk = desk
        self._sheets = sheets

    def sheet(self, ref: str) -> Briefing:
        """What is known of a client, for the successor; NoSuchClient, or NobodyServes."""
        return self._sheets.for_client(ref)

    def printed(self, briefing: Briefing) -> None:
        """Record that a handover sheet left the printer, or was saved to a file."""
        client = briefing.clients[0]
        owner = PaperOwner(PaperKind.HANDOVER, client.key, None, briefing.advisor.key)
        with self._desk.writing() as transaction:
            code = documents.free_code(transaction, owner, self._desk.today())
            paper = PrintedPaper(owner, code, client.branch, Purpose.HAND_OVER, 1)
            documents.keep_document(transaction, paper, self._desk.now())
            for one in briefing.clients:
                why = Purpose.HAND_OVER
                deed = Deed("handover sheet printed", subject=one.ref, client=one.key, why=why)
                self._desk.record(transaction, deed)
