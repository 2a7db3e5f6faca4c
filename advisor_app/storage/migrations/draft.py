"""For developers: `python -m advisor_app.storage.migrations.draft NUMBER "what it does"`.

Drafts a migration from the difference between the migrated schema and the tables in the code.
Read it before it is committed; a migration never imports the app.
"""

import sys
import tempfile
from pathlib import Path
from typing import Any, Literal

from alembic.autogenerate import api
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from advisor_app.storage.cipher import KEY_BYTES, SALT_BYTES, StoreKey
from advisor_app.storage.columns import DecimalColumn, KeyColumn
from advisor_app.storage.migrations import FOLDER
from advisor_app.storage.schema import metadata
from advisor_app.storage.store import create_store_with_key

KEY = 'sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")'
DECIMAL = 'sa.String(32).with_variant(sa.Numeric(18, 6), "postgresql")'


def main(number: str, message: str) -> None:
    """Write the draft into the folder of migrations."""
    with tempfile.TemporaryDirectory() as folder:
        key = StoreKey(bytes(KEY_BYTES), bytes(range(SALT_BYTES)))
        store = create_store_with_key(Path(folder) / "draft.store", key)
        with store.reading() as connection:
            context = MigrationContext.configure(
                connection, opts={"render_item": render_item, "target_metadata": metadata}
            )
            steps = api.produce_migrations(context, metadata).upgrade_ops
            upgrade = api.render_python_code(steps, render_item=render_item) if steps else ""
        store.close()
    scripts = ScriptDirectory.from_config(config())
    scripts.generate_revision(number, message, head="head", upgrades=upgrade, imports="")


def config() -> Config:
    """Alembic's configuration, made in the code."""
    settings = Config()
    settings.set_main_option("script_location", str(FOLDER))
    settings.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    return settings


def render_item(kind: str, value: Any, _context: Any) -> str | Literal[False]:
    """Write our column types with SQLAlchemy's own words."""
    if kind == "type" and isinstance(value, KeyColumn):
        return KEY
    if kind == "type" and isinstance(value, DecimalColumn):
        return DECIMAL
    return False


if __name__ == "__main__":
    main(*sys.argv[1:])
