"""Share one exported encoder and the open indexes: an export takes about 20 seconds."""

from __future__ import annotations

import hashlib
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

import index.export
from index import Index, IndexSettings, open_encoder, open_index
from index.encoder import Encoder
from knowledge import KnowledgeBase


@pytest.fixture(scope="session")
def encoder_home(request: pytest.FixtureRequest) -> Path:
    """Return a home whose encoder outlives the test run; a change to the exporter makes another."""
    code = Path(index.export.__file__).read_bytes()
    home = request.config.cache.mkdir(f"encoder-{hashlib.sha256(code).hexdigest()[:12]}")
    open_encoder(IndexSettings(home=home))
    return home


@pytest.fixture(scope="session")
def encoder(encoder_home: Path) -> Encoder:
    """Return the exported encoder of the default model."""
    return open_encoder(IndexSettings(home=encoder_home))


@pytest.fixture(scope="session")
def new_home(encoder_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Return a maker of homes that have an encoder and no index."""

    def make() -> Path:
        home = tmp_path_factory.mktemp("home")
        (home / "encoder").symlink_to(encoder_home / "encoder")
        return home

    return make


@pytest.fixture
def settings(new_home: Callable[[], Path]) -> IndexSettings:
    """Return settings for an index of this test alone."""
    return IndexSettings(home=new_home())


@pytest.fixture(scope="session")
def tiny_index(tiny_base: KnowledgeBase, new_home: Callable[[], Path]) -> Iterator[Index]:
    """Return an open index of the six topics, for tests that only read."""
    opened = open_index(tiny_base, IndexSettings(home=new_home()))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def real_index(base: KnowledgeBase, encoder_home: Path) -> Iterator[Index]:
    """Return an open index of the real content; unchanged chunks are embedded once for all runs."""
    opened = open_index(base, IndexSettings(home=encoder_home))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def chroma_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run a real Chroma server on the loopback interface and return its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    program = Path(sys.executable).with_name("chroma")
    folder = tmp_path_factory.mktemp("chroma-server")
    command = [program, "run", "--path", folder, "--host", "127.0.0.1", "--port", str(port)]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log)
        try:
            for _ in range(150):
                with suppress(OSError), socket.create_connection(("127.0.0.1", port), 0.2):
                    break
                time.sleep(0.1)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(10)


@pytest.fixture(params=["embedded", "server"])
def store_settings(request: pytest.FixtureRequest, new_home: Callable[[], Path]) -> IndexSettings:
    """Return settings of this test alone, once with files and once with a Chroma server."""
    url = request.getfixturevalue("chroma_server") if request.param == "server" else None
    return IndexSettings(home=new_home(), chroma_url=url)
