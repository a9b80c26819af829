"""Give memories on SQLite and on a real PostgreSQL server, and turns to remember."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from assistant.answer import Answer
from assistant.conversation import Conversation, Turn
from assistant.memory import Memory
from assistant.profile import Profile, Progress
from assistant.settings import Settings
from assistant.understanding.result import Understanding

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def settings(tmp_path):
    return Settings(home=tmp_path, today=TODAY)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def any_settings(request, settings):
    """Settings for an empty database, once of each kind."""
    if request.param == "sqlite":
        return settings
    url = request.getfixturevalue("postgresql_url")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("drop schema public cascade"))
        connection.execute(text("create schema public"))
    engine.dispose()
    return settings.model_copy(update={"database_url": url})


@pytest.fixture
def memory(any_settings, tiny_base):
    opened = Memory.open(any_settings, tiny_base)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def postgresql_url(postgresql_programs: Path) -> Iterator[str]:
    """Start a server on a free port of the loopback interface; it refuses to run as root."""
    folder = Path(tempfile.mkdtemp(prefix="roadmap-postgresql-"))
    as_other: list[str] = []
    if os.geteuid() == 0:
        shutil.chown(folder, "nobody")
        as_other = ["runuser", "-u", "nobody", "--"]

    def run(program: str, *arguments: str) -> None:
        command = [*as_other, str(postgresql_programs / program), *arguments]
        # The server inherits what is captured: a pipe would stay open as long as it runs.
        with (folder / "log").open("ab") as log:
            subprocess.run(command, check=True, cwd=folder, stdout=log, stderr=log, timeout=60)

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    data = str(folder / "data")
    run("initdb", "-D", data, "-U", "roadmap", "-A", "trust", "--no-sync", "-E", "UTF8")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
    run("pg_ctl", "-D", data, "-w", "-o", options, "start")
    try:
        yield f"postgresql://roadmap@127.0.0.1:{port}/postgres"
    finally:
        run("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
        shutil.rmtree(folder)


@pytest.fixture
def make_turn() -> Callable[..., Turn]:
    """Return a function that makes a turn as the assistant would have answered it."""

    def make(
        question: str,
        *,
        profile: Profile | None = None,
        progress: Progress | None = None,
        text: str = "Pandas next [1].",
        topics: tuple[str, ...] = (),
    ) -> Turn:
        profile = profile or Profile(start=TODAY)
        understanding = Understanding(
            question, "next", profile, progress or Progress(), topics=topics
        )
        answer = Answer(
            question=question,
            behaviour="answer",
            intent="next",
            answer=text,
            topics=topics,
            profile=profile,
        )
        return Turn(question, understanding, answer)

    return make


@pytest.fixture
def new() -> Conversation:
    """Return the conversation of somebody of whom nothing is known."""
    return Conversation.new(TODAY)
