"""What a client's page edits: steps of projects, corrections, attentions, dropped promises."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "attention",
        sa.Column("id", sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql"), nullable=False),
        sa.Column(
            "branch_id", sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql"), nullable=False
        ),
        sa.Column(
            "client_id", sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql"), nullable=False
        ),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column(
            "amount", sa.String(32).with_variant(sa.Numeric(18, 6), "postgresql"), nullable=True
        ),
        sa.Column("agreed_by", sa.String(), nullable=True),
        sa.Column(
            "advisor_id", sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql"), nullable=True
        ),
        sa.ForeignKeyConstraint(
            ["advisor_id"], ["advisor.id"], name=op.f("fk_attention_advisor_id")
        ),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"], name=op.f("fk_attention_branch_id")),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=op.f("fk_attention_client_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attention")),
    )
    op.create_index(op.f("ix_attention_client_id"), "attention", ["client_id"], unique=False)
    op.create_table(
        "former_contact",
        sa.Column("id", sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql"), nullable=False),
        sa.Column(
            "branch_id", sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql"), nullable=False
        ),
        sa.Column(
            "touchpoint_id",
            sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql"),
            nullable=False,
        ),
        sa.Column(
            "client_id", sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql"), nullable=False
        ),
        sa.Column("corrected_utc", sa.BigInteger(), nullable=False),
        sa.Column(
            "corrected_by", sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql"), nullable=True
        ),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("at_time", sa.String(length=5), nullable=True),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("nature", sa.String(), nullable=False),
        sa.Column("direction", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("one_to_one", sa.Boolean(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column(
            "project_id", sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql"), nullable=True
        ),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["branch_id"], ["branch.id"], name=op.f("fk_former_contact_branch_id")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name=op.f("fk_former_contact_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["corrected_by"], ["advisor.id"], name=op.f("fk_former_contact_corrected_by")
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_former_contact_project_id")
        ),
        sa.ForeignKeyConstraint(
            ["touchpoint_id"], ["touchpoint.id"], name=op.f("fk_former_contact_touchpoint_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_former_contact")),
    )
    op.create_index(
        op.f("ix_former_contact_client_id"), "former_contact", ["client_id"], unique=False
    )
    op.create_index(
        op.f("ix_former_contact_touchpoint_id"), "former_contact", ["touchpoint_id"], unique=False
    )
    op.add_column(
        "commitment", sa.Column("dropped", sa.Boolean(), server_default=sa.false(), nullable=False)
    )
    op.add_column("project", sa.Column("stage", sa.SmallInteger(), nullable=True))
    op.add_column("project", sa.Column("next_step", sa.Text(), nullable=True))
    op.add_column("project", sa.Column("next_step_on", sa.Date(), nullable=True))
