"""What every table shares."""

from sqlalchemy import Column, ForeignKey, MetaData

from advisor_app.storage.columns import KeyColumn

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def key() -> "Column[bytes]":
    """The table's own key, made by the program."""
    return Column("id", KeyColumn, primary_key=True)


def reference(
    table: str, name: str | None = None, *, required: bool = True, indexed: bool = False
) -> "Column[bytes]":
    """A reference to another table's key."""
    return Column(
        name or f"{table}_id",
        KeyColumn,
        ForeignKey(f"{table}.id"),
        nullable=not required,
        index=indexed,
    )


def branch() -> "Column[bytes]":
    """The branch that a row of client data belongs to; not indexed: it places rows, not finds."""
    return Column("branch_id", KeyColumn, ForeignKey("branch.id"), nullable=False)
