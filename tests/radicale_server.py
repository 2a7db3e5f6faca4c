"""A Radicale as a process of its own, on the loopback alone, for tests of calendars."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import Request, urlopen

ACCOUNT, PASSWORD = "camille", "correct horse"
_LONGEST = 60


@dataclass(slots=True)
class Radicale:
    """One that runs; `address` is its root, `calendar` that of the account's own."""

    folder: Path
    port: int
    scheme: str = "http"
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def address(self) -> str:
        return f"{self.scheme}://localhost:{self.port}/"

    @property
    def calendar(self) -> str:
        return f"{self.address}{ACCOUNT}/own/"

    def start(self, *more: str) -> None:
        """Begin to listen; connecting waits until the port is open, and no longer than a minute."""
        users = self.folder / "users"
        users.write_text(f"{ACCOUNT}:{PASSWORD}\n")
        words = [
            *(sys.executable, "-m", "radicale", "--config", ""),
            *("--server-hosts", f"localhost:{self.port}"),
            *("--auth-type", "htpasswd", "--auth-htpasswd-filename", str(users)),
            *("--auth-htpasswd-encryption", "plain", "--auth-delay", "0"),
            *("--storage-filesystem-folder", str(self.folder / "collections")),
            *("--logging-level", "error"),
            *more,
        ]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(words, stdout=log, stderr=log)
        self._wait()

    def stop(self) -> None:
        """End it; nothing answers any more when this returns."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait(_LONGEST)
            self.process = None

    def _wait(self) -> None:
        assert self.process is not None
        while True:
            assert self.process.poll() is None, (self.folder / "log").read_text()
            try:
                socket.create_connection(("localhost", self.port), _LONGEST).close()
            except ConnectionRefusedError:
                continue
            return

    def ask(self, method: str, path: str, body: str = "", kind: str = "text/calendar") -> bytes:
        """Speak to it as another program would."""
        import base64

        secret = base64.b64encode(f"{ACCOUNT}:{PASSWORD}".encode()).decode()
        headers = {"Authorization": f"Basic {secret}", "Content-Type": kind}
        url = self.address + path
        request = Request(url, body.encode() or None, headers, method=method)  # noqa: S310 the loopback
        with urlopen(request, timeout=_LONGEST) as answer:  # noqa: S310 the loopback
            data: bytes = answer.read()
        return data

    def make_calendar(self) -> None:
        """The account's own calendar, empty."""
        body = (
            '<c:mkcalendar xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:set><d:prop>'
            "<d:displayname>Own</d:displayname></d:prop></d:set></c:mkcalendar>"
        )
        self.ask("MKCALENDAR", f"{ACCOUNT}/own/", body, "application/xml")

    def entries(self) -> dict[str, str]:
        """Every entry of the calendar by its file's name."""
        folder = self.folder / "collections" / "collection-root" / ACCOUNT / "own"
        return {one.name: one.read_text() for one in folder.glob("*.ics")}


@contextmanager
def radicale(folder: Path, *more: str, scheme: str = "http") -> Iterator[Radicale]:
    """One that runs for as long as it is needed."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Radicale(folder, port, scheme)
    server.start(*more)
    try:
        yield server
    finally:
        server.stop()
