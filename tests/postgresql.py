"""A real PostgreSQL server of the tests' own, where its programs are installed."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DEBIAN = Path("/usr/lib/postgresql")


def find_programs() -> Path | None:
    """The folder with initdb and pg_ctl: Debian keeps them off the PATH."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).parent
    found = sorted(DEBIAN.glob("*/bin/initdb"))
    return found[-1].parent if found else None


@contextmanager
def serve(programs: Path) -> Iterator[str]:
    """Run a server on a socket in a folder of its own; its URL, until the end of the block."""
    with tempfile.TemporaryDirectory(prefix="pg") as name:
        folder = Path(name)
        user = server_user(folder)
        data = folder / "data"
        run(user, programs / "initdb", "-D", data, "-U", "tests", "-E", "UTF8", "--no-sync")
        options = f"-k {folder} -c listen_addresses='' -c fsync=off"
        control = [programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log"]
        run(user, *control, "-o", options, "start")
        try:
            yield f"postgresql+psycopg://tests@/postgres?host={folder}"
        finally:
            run(user, *control, "-m", "immediate", "stop")


def server_user(folder: Path) -> str | None:
    """Who runs the server: it refuses root, so the account that its package made."""
    if os.geteuid() != 0:
        return None
    account = pwd.getpwnam("postgres")
    os.chown(folder, account.pw_uid, account.pw_gid)
    return account.pw_name


def run(user: str | None, *command: Path | str) -> None:
    """Run one of the server's programs, as the account that may."""
    words = [str(word) for word in command]
    subprocess.run(words, user=user, cwd="/", check=True, capture_output=True)
