from dataclasses import FrozenInstanceError

import pytest

from index import DEFAULT_MODEL, IndexSettings


def test_without_wishes_everything_is_local_and_nothing_is_reranked(tmp_path):
    settings = IndexSettings(home=tmp_path)
    assert settings.model == DEFAULT_MODEL
    assert (settings.chroma_url, settings.reranker) == (None, None)


def test_settings_do_not_change(tmp_path):
    with pytest.raises(FrozenInstanceError):
        IndexSettings(home=tmp_path).model = "another"
