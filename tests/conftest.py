"""Share the real content, a tiny one, and an environment that touches nobody's files or network."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Assistant, Settings, open_assistant
from knowledge import KnowledgeBase, load_knowledge

TINY = Path(__file__).parent / "data" / "knowledge"


def pytest_configure() -> None:
    """Keep Hugging Face offline; its library reads the variable once, when it is imported."""
    os.environ["HF_HUB_OFFLINE"] = "1"


@pytest.fixture(scope="session", autouse=True)
def roadmap_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Use an empty folder for user data all session long, and nobody's ROADMAP_ settings.

    An index built by one test serves the next; a test that wants its own home sets another.
    """
    home = tmp_path_factory.mktemp("roadmap-home")
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("ROADMAP_")]:
            patch.delenv(name)
        patch.setenv("ROADMAP_HOME", str(home))
        yield home


@pytest.fixture(scope="session")
def base() -> KnowledgeBase:
    """Return the real content."""
    return load_knowledge()


@pytest.fixture(scope="session")
def tiny_base() -> KnowledgeBase:
    """Return six topics of our own, in an order that can be followed by hand.

    python-basics -> pandas -> ml-fundamentals -> deep-learning -> nlp, and descriptive-statistics,
    which ml-fundamentals requires and python-basics helps.
    """
    return load_knowledge(TINY)


@pytest.fixture
def tiny_content(tmp_path: Path) -> Path:
    """Return a copy of the tiny content that a test may break."""
    return shutil.copytree(TINY, tmp_path / "knowledge")


@pytest.fixture(scope="session")
def index_home(request: pytest.FixtureRequest) -> Path:
    """Return a home that outlives the test run; the index in it keeps itself up to date."""
    return request.config.cache.mkdir("home")


@pytest.fixture(scope="session")
def assistant(index_home: Path) -> Assistant:
    """Return an assistant over the real content, on 22 November 2026."""
    return open_assistant(Settings(home=index_home, today=dt.date(2026, 11, 22)))


@pytest.fixture(scope="session")
def chromium() -> Path:
    """Return the system's Chromium; skip without one, fail without one where CI is set."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    for name in names:
        if found := shutil.which(name):
            return Path(found)
    return _lacking("Chromium", "apt-get install chromium")


@pytest.fixture(scope="session")
def postgresql_programs() -> Path:
    """Return the folder of initdb and pg_ctl; skip without, fail without where CI is set."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    for folder in folders:
        if (folder / "initdb").is_file() and (folder / "pg_ctl").is_file():
            return folder
    if found := shutil.which("initdb"):
        return Path(found).parent
    return _lacking("PostgreSQL's server programs", "apt-get install postgresql")


def _lacking(what: str, how: str) -> Path:
    message = f"{what} not found; install with: {how}"
    if os.environ.get("CI"):
        pytest.fail(message)
    return pytest.skip(message)
