"""The file that gives a passphrase to the command line."""

from pathlib import Path


def passphrase_file(folder: Path) -> Path:
    """A file with "a good passphrase", which nobody else may read."""
    secret = folder / "passphrase"
    secret.write_text("a good passphrase\n")
    secret.chmod(0o600)
    return secret
