import pytest

from index.settings import DEFAULT_MODEL
from index.weights import Weights, find_weights, verify_weights
from knowledge import IndexUnavailableError


def test_the_packaged_weights_are_the_known_ones():
    verify_weights(find_weights(DEFAULT_MODEL))


def test_other_weights_under_the_known_name_are_refused(tmp_path):
    (tmp_path / "model.safetensors").write_bytes(b"not the model")
    weights = Weights(DEFAULT_MODEL, str(tmp_path), find_weights(DEFAULT_MODEL).fingerprint)
    with pytest.raises(IndexUnavailableError, match="is not the model that was checked"):
        verify_weights(weights)


def test_missing_weights_are_told_with_what_to_do(tmp_path):
    weights = Weights(DEFAULT_MODEL, str(tmp_path), find_weights(DEFAULT_MODEL).fingerprint)
    with pytest.raises(IndexUnavailableError, match="pip install --force-reinstall"):
        verify_weights(weights)


def test_a_directory_is_another_model_after_any_change(tmp_path):
    (tmp_path / "config.json").write_text("{}")
    before = find_weights(str(tmp_path)).fingerprint
    assert find_weights(str(tmp_path)).fingerprint == before
    (tmp_path / "config.json").write_text("{ }")
    assert find_weights(str(tmp_path)).fingerprint != before


def test_other_names_are_left_to_sentence_transformers():
    assert find_weights("organisation/model") == Weights(
        "organisation/model", "organisation/model", "name:organisation/model"
    )
    verify_weights(find_weights("organisation/model"))


def test_a_name_too_long_for_a_path_is_no_directory():
    assert find_weights("x" * 5000).fingerprint.startswith("name:")
