"""Open the database and bring its tables up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from sqlalchemy import (
    URL,
    Connection,
    Engine,
    Table,
    create_engine,
    event,
    inspect,
    make_url,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError

from assistant.memory.errors import MemoryUnavailableError, explained
from assistant.memory.schema import REVISION
from assistant.settings import Settings

FILE = "memory.sqlite3"
MIGRATIONS = Path(__file__).parent / "migrations"
BUSY_SECONDS = 30
_MIGRATION_LOCK = (
    7_040_183_552_911  # any number will do; every program that migrates takes the same
)


class Database:
    """A database with up-to-date tables, and transactions on it; safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writer = engine.execution_options(writes=True)
        self._place = place(engine.url)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection in a transaction that only reads."""
        with explained(self._place), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection in a transaction that is on the disk when the block is left."""
        with explained(self._place), self._writer.begin() as connection:
            yield connection

    def clear_log(self) -> None:
        """Empty SQLite's log, where deleted text would otherwise stay for a while."""
        if self._engine.dialect.name != "sqlite":
            return
        with explained(self._place):
            connection = self._engine.raw_connection()
            try:
                connection.cursor().execute("pragma wal_checkpoint(truncate)")
            finally:
                connection.close()

    def close(self) -> None:
        """Close every connection; a later call would open new ones."""
        self._engine.dispose()


def insert_new(connection: Connection, table: Table, **values: Any) -> None:
    """Insert a row unless its key is there; another process may be doing the same."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    connection.execute(dialect.insert(table).values(**values).on_conflict_do_nothing())


def open_database(settings: Settings) -> Database:
    """Return the database that the settings name, created or migrated first where need be.

    Raises MemoryUnavailableError where it cannot be opened or was written by a newer version.
    """
    url = database_url(settings)
    if url.get_backend_name() == "sqlite":
        _prepare_file(url)
    try:
        engine = create_engine(url, pool_pre_ping=url.get_backend_name() != "sqlite")
    except ModuleNotFoundError as error:
        raise MemoryUnavailableError(
            f"The database driver {error.name} is not installed; run "
            "`pip install 'roadmap-assistant[postgresql]'`."
        ) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _configure_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    try:
        with explained(place(url)), _opening(url):
            migrate(engine)
    except Timeout as error:
        raise MemoryUnavailableError(
            f"Another program is opening the database at {place(url)} and does not finish; "
            f"end it, or delete {place(url)}.lock."
        ) from error
    return Database(engine)


def database_url(settings: Settings) -> URL:
    """Return the configured address, or that of a SQLite file in the home directory."""
    if settings.database_url is None:
        return URL.create("sqlite", database=str(settings.home / FILE))
    try:
        url = make_url(settings.database_url)
        backend = url.get_backend_name()
    except (ArgumentError, ValueError) as error:  # also a port that is no number
        raise MemoryUnavailableError(
            "ROADMAP_DATABASE_URL is not a database address; it looks like "
            "postgresql://user:password@host/database."
        ) from error
    if backend not in ("sqlite", "postgresql", "postgres"):
        raise MemoryUnavailableError(
            f"ROADMAP_DATABASE_URL names {backend}; PostgreSQL and SQLite are supported."
        )
    return url if backend == "sqlite" else url.set(drivername="postgresql+psycopg")


def place(url: URL) -> str:
    """Return the address as people may see it, without the password."""
    return url.database or ":memory:" if url.get_backend_name() == "sqlite" else str(url)


def migrate(engine: Engine) -> None:
    """Run the migrations that are missing, once, however many programs start at the same time."""
    with engine.connect() as connection:
        if _revision(connection) == REVISION:
            return
    with engine.execution_options(writes=True).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("select pg_advisory_xact_lock(:key)"), {"key": _MIGRATION_LOCK})
        if _revision(connection) != REVISION:
            _upgrade(connection, place(engine.url))


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("select version_num from alembic_version"))
    return found


def _upgrade(connection: Connection, where: str) -> None:
    # Slow to import, and needed only when there is something to migrate.
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    # Alembic reads % as the start of a variable.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise MemoryUnavailableError(
            f"The database at {where} was written by a newer version of this program; "
            "run `pip install --upgrade roadmap-assistant`."
        ) from error


def _opening(url: URL) -> AbstractContextManager[object]:
    """Return a lock for the first connection: SQLite cannot wait while it turns its log on."""
    if url.get_backend_name() != "sqlite":
        return nullcontext()
    return FileLock(f"{url.database}.lock", timeout=BUSY_SECONDS)


def _prepare_file(url: URL) -> None:
    """Create the file so that only its owner can read it: it holds what people said."""
    if not url.database or url.database == ":memory:":
        raise MemoryUnavailableError("ROADMAP_DATABASE_URL names no file; nothing would be kept.")
    path = Path(url.database)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError as error:
        raise MemoryUnavailableError(
            f"The database {path} cannot be written ({error.strerror}); free or repair the place, "
            "or set ROADMAP_HOME to another directory."
        ) from error


def _configure_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where `_begin_sqlite` says, not earlier
    for pragma in (
        f"busy_timeout = {BUSY_SECONDS * 1000}",
        "journal_mode = WAL",
        "synchronous = FULL",  # a commit is on the disk when it returns
        "foreign_keys = ON",
        "secure_delete = ON",  # what is deleted is overwritten, not only unlinked
    ):
        connection.execute(f"pragma {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    # A writer that starts as a reader cannot wait for another writer; it fails at once.
    options: dict[str, Any] = dict(connection.get_execution_options())
    connection.exec_driver_sql("begin immediate" if options.get("writes") else "begin")
