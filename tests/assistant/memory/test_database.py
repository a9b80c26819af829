"""Check that the database is opened, migrated and guarded as promised."""

from __future__ import annotations

import os
import stat
import threading

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, text

from assistant.memory import Memory, MemoryUnavailableError
from assistant.memory.database import FILE, database_url, migrate, open_database, place
from assistant.memory.schema import REVISION, metadata
from assistant.settings import Settings


def test_migrations_lead_from_empty_to_the_tables_in_use(any_settings):
    open_database(any_settings).close()
    engine = create_engine(database_url(any_settings))
    with engine.connect() as connection:
        assert connection.scalar(text("select version_num from alembic_version")) == REVISION
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    engine.dispose()
    assert differences == []


def test_migrations_lead_back_to_nothing(settings):
    from alembic import command
    from alembic.config import Config

    from assistant.memory.database import MIGRATIONS

    open_database(settings).close()
    engine = create_engine(database_url(settings))
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    with engine.connect() as connection:
        tables = connection.scalars(text("select name from sqlite_master where type = 'table'"))
        assert list(tables) == ["alembic_version"]
    migrate(engine)
    engine.dispose()


def test_many_programs_may_open_an_empty_database_at_once(any_settings, tiny_base):
    failures = []

    def start() -> None:
        try:
            Memory.open(any_settings, tiny_base).close()
        except BaseException as failure:  # noqa: BLE001 - it is shown by the assertion below
            failures.append(failure)

    programs = [threading.Thread(target=start) for _ in range(6)]
    for program in programs:
        program.start()
    for program in programs:
        program.join()
    assert failures == []


def test_sqlite_writes_ahead_and_nobody_else_reads(settings):
    database = open_database(settings)
    with database.reading() as connection:
        assert connection.scalar(text("pragma journal_mode")) == "wal"
        assert connection.scalar(text("pragma synchronous")) == 2
        assert connection.scalar(text("pragma foreign_keys")) == 1
    database.close()
    assert stat.S_IMODE((settings.home / FILE).stat().st_mode) == 0o600


def test_failed_transaction_leaves_nothing(settings):
    database = open_database(settings)
    with pytest.raises(KeyboardInterrupt), database.writing() as connection:
        connection.execute(text("insert into persons (id, created) values ('ada', '2026-01-01')"))
        raise KeyboardInterrupt
    with database.reading() as connection:
        assert connection.scalar(text("select count(*) from persons")) == 0
    database.close()


def test_database_of_a_newer_version_is_left_alone(settings):
    open_database(settings).close()
    engine = create_engine(database_url(settings))
    with engine.begin() as connection:
        connection.execute(text("update alembic_version set version_num = '9999'"))
    engine.dispose()
    with pytest.raises(MemoryUnavailableError, match=r"newer version.*pip install --upgrade"):
        open_database(settings)


def test_file_that_is_no_database_is_named(settings):
    (settings.home / FILE).write_text("these are not the tables you look for " * 100)
    with pytest.raises(MemoryUnavailableError, match=rf"{FILE} cannot be used \(file is not a"):
        open_database(settings)


def test_home_that_is_a_file_is_named(tmp_path):
    (tmp_path / "home").write_text("")
    with pytest.raises(MemoryUnavailableError, match=r"cannot be written.*ROADMAP_HOME"):
        open_database(Settings(home=tmp_path / "home"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_home_without_permission_is_named(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(MemoryUnavailableError, match="cannot be written"):
        open_database(Settings(home=tmp_path))


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("nonsense", "is not a database address"),
        ("postgresql://host:port/x", "is not a database address"),
        ("mysql://host/x", "PostgreSQL and SQLite are supported"),
        ("sqlite://", "names no file"),
    ],
)
def test_unusable_address_is_refused_in_one_sentence(settings, url, sentence):
    with pytest.raises(MemoryUnavailableError, match=sentence):
        open_database(settings.model_copy(update={"database_url": url}))


def test_unreachable_server_is_named_without_the_password(settings):
    url = "postgresql://ada:swordfish@127.0.0.1:1/roadmap"
    with pytest.raises(MemoryUnavailableError, match=r"127\.0\.0\.1:1/roadmap cannot") as failure:
        open_database(settings.model_copy(update={"database_url": url}))
    assert "swordfish" not in str(failure.value)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg2"])
def test_every_spelling_of_postgresql_uses_the_same_driver(settings, scheme):
    url = database_url(settings.model_copy(update={"database_url": f"{scheme}://ada@host/x"}))
    assert place(url) == "postgresql+psycopg://ada@host/x"
