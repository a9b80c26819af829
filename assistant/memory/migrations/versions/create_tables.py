"""Create the tables for persons, threads and turns."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the three tables."""
    op.create_table(
        "persons",
        sa.Column("id", sa.String(200), primary_key=True),
        sa.Column("profile", sa.JSON),
        sa.Column("progress", sa.JSON),
        sa.Column("created", sa.DateTime, nullable=False),
    )
    op.create_table(
        "threads",
        sa.Column(
            "person",
            sa.String(200),
            sa.ForeignKey("persons.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("id", sa.String(200), primary_key=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("created", sa.DateTime, nullable=False),
        sa.Column("updated", sa.DateTime, nullable=False),
    )
    op.create_index("threads_by_time", "threads", ["person", "updated"])
    op.create_table(
        "turns",
        sa.Column("person", sa.String(200), primary_key=True),
        sa.Column("thread", sa.String(200), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("asked", sa.DateTime, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("understanding", sa.JSON, nullable=False),
        sa.Column("answer", sa.JSON, nullable=False),
        sa.Column("thumbs", sa.String(4)),
        sa.Column("reason", sa.Text),
        sa.ForeignKeyConstraint(
            ["person", "thread"], ["threads.person", "threads.id"], ondelete="CASCADE"
        ),
        sa.CheckConstraint("thumbs in ('up', 'down')", name="thumbs_are_up_or_down"),
    )


def downgrade() -> None:
    """Drop everything that is remembered."""
    for name in ("turns", "threads", "persons"):
        op.drop_table(name)
