import re
import tomllib

from conftest import ROOT

from advisor_app import __version__
from advisor_app.bootstrap import Services
from advisor_app.services.about import LIBRARIES
from advisor_app.storage.migrations import HEAD
from advisor_app.storage.store import Store


def test_every_library_is_told_with_its_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.split(r"[>=<;\[ ]", line)[0] for line in project["dependencies"]}
    assert {name for name, _licence in LIBRARIES} == needed
    assert all(licence for _name, licence in LIBRARIES)
    assert not [licence for _name, licence in LIBRARIES if licence.startswith(("GPL", "AGPL"))]


def test_the_program_tells_its_versions_and_its_file(services: Services, store: Store) -> None:
    program = services.about.program()
    assert program.version == __version__
    assert program.schema == HEAD
    assert program.file == store.path
    assert program.size >= store.path.stat().st_size > 0
    assert re.fullmatch(r"3\.1[123]\.\d+", program.python)
    assert re.fullmatch(r"SQLite 3\.\d+\.\d+", program.engine)
    assert program.cipher.startswith("4.")
    assert {"SQLAlchemy", "Inter", "Lucide"} <= {part.name for part in program.parts}
