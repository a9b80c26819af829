"""Check that tests touch nobody's files and no other machine."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest


def test_user_data_goes_to_a_temporary_folder(
    roadmap_home: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert Path(os.environ["ROADMAP_HOME"]) == roadmap_home
    assert roadmap_home.is_relative_to(tmp_path_factory.getbasetemp())


def test_hugging_face_is_offline() -> None:
    from huggingface_hub import constants

    assert constants.HF_HUB_OFFLINE


def test_another_machine_cannot_be_reached() -> None:
    # The address is reserved for documentation: nobody answers there in any case.
    with socket.socket() as connection, pytest.raises(Warning, match=r"192\.0\.2\.1"):
        connection.connect(("192.0.2.1", 80))


def test_this_machine_can_be_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=1).close()
