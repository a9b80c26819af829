import shutil

import pytest

from index import IndexSettings, Progress, open_encoder
from index.encoder import OnnxEncoder
from index.encoding import encoder_directory
from index.weights import find_weights
from knowledge import IndexUnavailableError


def test_the_name_of_a_model_becomes_a_safe_folder(tmp_path):
    settings = IndexSettings(home=tmp_path)
    folder = encoder_directory(settings, find_weights("../Some Org/Модель_v2"))
    assert folder.parent == tmp_path / "encoder"
    assert folder.name == "some-org-v2"


def test_an_exported_encoder_is_opened_without_work(encoder_home):
    reports: list[Progress] = []
    assert isinstance(open_encoder(IndexSettings(home=encoder_home), reports.append), OnnxEncoder)
    assert reports == []


def test_a_disk_without_room_is_told(tmp_path, monkeypatch):
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr("shutil.disk_usage", lambda path: usage._replace(free=1_000_000))
    with pytest.raises(IndexUnavailableError, match="is full; free about 250 MB"):
        open_encoder(IndexSettings(home=tmp_path))


@pytest.mark.slow
def test_a_damaged_encoder_is_exported_anew(encoder_home, tmp_path):
    shutil.copytree(encoder_home / "encoder", tmp_path / "encoder")
    settings = IndexSettings(home=tmp_path)
    directory = encoder_directory(settings, find_weights(settings.model))
    (directory / "tokenizer.json").write_text("{}")
    (directory.parent / f"{directory.name}.killed.part").mkdir()
    reports: list[Progress] = []
    encoder = open_encoder(settings, reports.append)
    assert [report.done for report in reports] == [0, 1]
    encoder.check()
    assert [path.name for path in directory.parent.glob("*.part")] == []
