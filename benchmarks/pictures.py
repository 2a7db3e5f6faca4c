"""Make the pictures of `docs/pictures` from a store with the demonstration.

    python benchmarks/pictures.py STORE PASSPHRASE_FILE [--folder docs/pictures] [--every]

The pages in French, light and dark; "Today" in the other three languages, on a small and on a
large window. With `--every`, each page in the four languages and both themes, for a review. The store is not changed.
"""

import argparse
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from advisor_app.bootstrap import Services, open_services
from advisor_app.domain.codes import Language
from advisor_app.i18n import set_language
from advisor_app.ui.parts.requests import SettingsAt
from advisor_app.ui.picture import grab
from advisor_app.ui.theme.application import Application
from advisor_app.ui.theme.tokens import Scheme
from advisor_app.ui.window.routes import Route

SMALL, LARGE = (960, 608), (2560, 1408)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("passphrase_file", type=Path)
    parser.add_argument("--folder", type=Path, default=ROOT / "docs" / "pictures")
    parser.add_argument("--every", action="store_true", help="each page in the four languages")
    parser.add_argument("--client", default="fournier cam")
    parser.add_argument("--advisor", default="A01")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    application = Application([])
    passphrase = asked.passphrase_file.read_text(encoding="utf-8").splitlines()[0]
    with open_services(asked.store, passphrase, asked.advisor) as services:
        languages = list(Language) if asked.every else [Language.FR]
        for scheme in Scheme:
            application.choose(scheme)
            for language in languages:
                pages(services, asked, scheme, language)
        application.choose(Scheme.LIGHT)
        if not asked.every:
            others(services, asked.folder)


def pages(
    services: Services, asked: argparse.Namespace, scheme: Scheme, language: Language
) -> None:
    household = services.search.find(asked.client).clients[0].key
    for name, about in (
        ("today", None),
        ("portfolio", None),
        ("client", household),
        ("agenda", None),
        ("sheets", None),
        ("settings", SettingsAt("rules")),
    ):
        speak(services, language)
        spoken = f"-{language.value}" if asked.every else ""
        path = asked.folder / f"{name}{spoken}-{scheme.value}.png"
        grab(services, path, route=Route(name, about))


def others(services: Services, folder: Path) -> None:
    for language in (Language.EN, Language.NL, Language.DE):
        speak(services, language)
        grab(services, folder / f"today-{language.value}.png")
    speak(services, Language.FR)
    grab(services, folder / "today-small.png", SMALL)
    grab(services, folder / "today-large.png", LARGE)


def speak(services: Services, language: Language) -> None:
    """Speak a language whatever the store's own."""
    services.language = language
    set_language(language)


if __name__ == "__main__":
    main()
