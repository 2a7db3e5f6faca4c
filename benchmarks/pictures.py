"""Make the pictures of `docs/pictures` from a store with the demonstration.

    python benchmarks/pictures.py STORE PASSPHRASE_FILE [--folder docs/pictures] [--every]

The pages in French, light and dark; "Today" in the other three languages, on a small and on a
large window. With `--every`, each page, tab, pane, question, menu and error in the four languages
and both themes, for a review: `--only ask- --language de --scheme dark --size 1366x740` takes some
of them. The store is not changed: a copy of it is.
"""

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import picture_outside
import picture_scenes
from picture_stage import Empty, Stage

from advisor_app.bootstrap import Services, open_services
from advisor_app.domain.codes import Language
from advisor_app.i18n import set_language
from advisor_app.ui.parts.requests import SettingsAt
from advisor_app.ui.picture import grab
from advisor_app.ui.theme.application import Application
from advisor_app.ui.theme.tokens import Scheme
from advisor_app.ui.window.routes import Route

Size = tuple[int, int]
SMALL, LARGE = (960, 608), (2560, 1408)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("passphrase_file", type=Path)
    parser.add_argument("--folder", type=Path, default=ROOT / "docs" / "pictures")
    parser.add_argument("--every", action="store_true", help="everything that can be seen")
    parser.add_argument("--only", type=lambda names: tuple(names.split(",")), default="")
    parser.add_argument("--language", nargs="+", default=list(Language))
    parser.add_argument("--scheme", nargs="+", default=list(Scheme))
    parser.add_argument("--size", default="1440x872")
    parser.add_argument("--client", default="fournier cam")
    parser.add_argument("--advisor", default="A01")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    application = Application([])
    passphrase = asked.passphrase_file.read_text(encoding="utf-8").splitlines()[0]
    with tempfile.TemporaryDirectory() as folder:
        copied = Path(folder) / asked.store.name
        shutil.copyfile(asked.store, copied)
        with open_services(copied, passphrase, asked.advisor) as services:
            take = review if asked.every else illustrate
            take(application, services, asked)


def illustrate(application: Application, services: Services, asked: argparse.Namespace) -> None:
    for scheme in Scheme:
        application.choose(scheme)
        pages(services, asked, scheme)
    application.choose(Scheme.LIGHT)
    others(services, asked.folder)


def review(application: Application, services: Services, asked: argparse.Namespace) -> None:
    wide, high = map(int, asked.size.split("x"))
    size = (wide, high)
    for scheme in map(Scheme, asked.scheme):
        application.choose(scheme)
        for language in map(Language, asked.language):
            speak(services, language)
            folder = asked.folder / f"{language}-{scheme}"
            folder.mkdir(exist_ok=True)
            inside(services, asked, folder, size)
            outside(services, asked, folder, size)


def inside(services: Services, asked: argparse.Namespace, folder: Path, size: Size) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        stage = Stage(services, asked.client, Path(scratch), size)
        for name, scene in picture_scenes.scenes():
            if name.startswith(asked.only):
                scene(stage)
                stage.shoot(folder / f"{name}.png")
                stage.clear()
        stage.end()


def outside(services: Services, asked: argparse.Namespace, folder: Path, size: Size) -> None:
    for name, scene in picture_outside.scenes():
        if name.startswith(asked.only):
            stage = Empty(services, size)
            scene(stage)
            stage.shoot(folder / f"{name}.png")
            stage.end()


def pages(services: Services, asked: argparse.Namespace, scheme: Scheme) -> None:
    household = services.search.find(asked.client).clients[0].key
    for name, about in (
        ("today", None),
        ("portfolio", None),
        ("client", household),
        ("agenda", None),
        ("sheets", None),
        ("settings", SettingsAt("rules")),
    ):
        speak(services, Language.FR)
        path = asked.folder / f"{name}-{scheme.value}.png"
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
