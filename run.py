"""Run the demonstration, or every gate, from a bare checkout: `python3 run.py [test]`."""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
OUT = ROOT / "out"
STORE = OUT / "demonstration.store"
PASSPHRASE = OUT / "demonstration.passphrase"
# The demonstration's clients are invented, so its passphrase is no secret.
DEMONSTRATION_PASSPHRASE = "La relation vit de vrais moments"
GATES = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("importlinter",),
    ("advisor_app.i18n.catalogs", "--check"),
    # Neighbours run on one worker, which makes what a module shares only once.
    ("pytest", "-n", "2", "--dist", "worksteal"),
)


def main() -> int:
    """Make the environment, then do what the command line asks."""
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        print(f"Python 3.11 to 3.13 is needed; this is {sys.version.split()[0]}.")
        return 2
    words = sys.argv[1:]
    if words not in ([], ["test"]):
        print("Usage: python3 run.py        opens the demonstration portfolio")
        print("       python3 run.py test   runs every gate")
        return 2
    try:
        install("test" if words else "")
        return test() if words else demonstrate()
    except subprocess.CalledProcessError as error:
        print(f"This step did not succeed: {' '.join(map(str, error.cmd))}")
        return 1


def install(extra: str) -> None:
    """Bring .venv up to the lock file; a stamp makes the next run start at once."""
    wanted = hashlib.sha256(
        (ROOT / "requirements.lock").read_bytes()
        + (ROOT / "pyproject.toml").read_bytes()
        + sys.version.encode()
        + bytes(ROOT)
    ).hexdigest()
    stamp = VENV / f"installed{'-' + extra if extra else ''}"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    if not PYTHON.exists():
        make_venv()
    print("Installing what the program needs (once; a few minutes) ...", flush=True)
    pip = [PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    lock = ["-c", ROOT / "requirements.lock"]
    subprocess.run([*pip, *lock, "setuptools"], check=True)
    target = f"{ROOT}[{extra}]" if extra else str(ROOT)
    subprocess.run([*pip, *lock, "--no-build-isolation", "-e", target], check=True)
    subprocess.run([PYTHON, "-m", "advisor_app.i18n.catalogs"], cwd=ROOT, check=True)
    stamp.write_text(wanted)


def make_venv() -> None:
    """Create .venv, or say which Debian package brings the missing half of Python."""
    try:
        venv.create(VENV, with_pip=True)
    except (ImportError, subprocess.CalledProcessError):
        print("Python's venv or pip is missing; on Debian: apt install python3-venv")
        raise


def test() -> int:
    """Run every gate, all of them even after one has failed."""
    failed = [gate for gate in GATES if run_gate(gate)]
    for gate in failed:
        print(f"FAILED: {' '.join(gate)}")
    return 1 if failed else 0


def run_gate(gate: tuple[str, ...]) -> int:
    """Run one gate and return its exit status."""
    print(f"-- {' '.join(gate)}", flush=True)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [BIN / "lint-imports"] if gate[0] == "importlinter" else [PYTHON, "-m", *gate]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def demonstrate() -> int:
    """Open the demonstration in the window, or do the main job without a screen."""
    program = [BIN / "advisor-app", "--store", STORE, "--passphrase-file", PASSPHRASE]
    OUT.mkdir(exist_ok=True)
    if not PASSPHRASE.exists():
        PASSPHRASE.touch(mode=0o600)
        PASSPHRASE.write_text(DEMONSTRATION_PASSPHRASE + "\n", encoding="utf-8")
    if not STORE.exists():
        print("Making the demonstration portfolio ...", flush=True)
        subprocess.run([*program, "demo"], check=True)
    if has_display():
        return subprocess.run(program, check=False).returncode
    words = "There is no display here: the day is printed, and its papers go into out/."
    print(words, flush=True)
    return subprocess.run([*program, "today", "--out", OUT], check=False).returncode


def has_display() -> bool:
    """Tell whether a window could be shown."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
