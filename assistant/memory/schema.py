"""Define the tables in which people, threads and turns are kept."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

REVISION = "0001"
"""The newest migration; `migrations/versions` holds one file for each."""

# Every key begins with the person: no statement can name a row without saying whose it is.
metadata = MetaData()

persons = Table(
    "persons",
    metadata,
    Column("id", String(200), primary_key=True),
    Column("profile", JSON(none_as_null=True)),
    Column("progress", JSON(none_as_null=True)),
    Column("created", DateTime, nullable=False),  # all times are UTC
)

threads = Table(
    "threads",
    metadata,
    Column("person", ForeignKey("persons.id", ondelete="CASCADE"), primary_key=True),
    Column("id", String(200), primary_key=True),
    Column("title", Text, nullable=False),
    Column("created", DateTime, nullable=False),
    Column("updated", DateTime, nullable=False),
    Index("threads_by_time", "person", "updated"),
)

turns = Table(
    "turns",
    metadata,
    Column("person", String(200), primary_key=True),
    Column("thread", String(200), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),  # from 1
    Column("asked", DateTime, nullable=False),
    Column("question", Text, nullable=False),
    Column("understanding", JSON, nullable=False),
    Column("answer", JSON, nullable=False),
    Column("thumbs", String(4)),
    Column("reason", Text),
    ForeignKeyConstraint(
        ["person", "thread"], ["threads.person", "threads.id"], ondelete="CASCADE"
    ),
    CheckConstraint("thumbs in ('up', 'down')", name="thumbs_are_up_or_down"),
)
