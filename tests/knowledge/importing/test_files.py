"""Write YAML that is read back as it was, and refuse what cannot be merged."""

import pytest
import yaml

from knowledge import UsageError
from knowledge.importing.files import Output, clean

RECORD = {
    "id": "a",
    "title": "Yes: \"quoted\" # 'no'",
    "n": 1.5,
    "list": ["x"],
    "rows": [{"k": None}],
}


def write(folder, topics):
    generated = {"areas": {}, "topics": topics, "resources": {}}
    return Output(folder, "roadmap").write(generated, {}, dry_run=False)


def test_records_are_read_back_as_they_were(tmp_path):
    written = write(tmp_path, {"a": RECORD})
    assert "topics/roadmap.yaml" in written.files
    text = (tmp_path / "topics" / "roadmap.yaml").read_text(encoding="utf-8")
    assert yaml.safe_load(text) == {"topics": [RECORD]}


def test_nothing_is_written_where_nothing_changed(tmp_path):
    write(tmp_path, {"a": RECORD})
    assert write(tmp_path, {"a": RECORD}).files == []


def test_broken_files_are_named_and_left_alone(tmp_path):
    write(tmp_path, {"a": RECORD})
    path = tmp_path / "topics" / "roadmap.yaml"
    path.write_text("topics: [", encoding="utf-8")
    with pytest.raises(
        UsageError, match=r"roadmap\.yaml cannot be merged: .*mend or remove it first"
    ):
        write(tmp_path, {"a": RECORD})
    assert path.read_text(encoding="utf-8") == "topics: ["


def test_a_broken_memory_of_the_last_import_is_named(tmp_path):
    (tmp_path / "imported").mkdir()
    (tmp_path / "imported" / "roadmap.json").write_text("{")
    with pytest.raises(UsageError, match="remove it to import anew"):
        Output(tmp_path, "roadmap")


def test_a_file_is_no_output_folder(tmp_path):
    (tmp_path / "f").write_text("")
    with pytest.raises(UsageError, match="is a file; name a folder"):
        Output(tmp_path / "f", "roadmap")


def test_a_removed_resource_is_not_referred_to(tmp_path):
    def both(resources):
        return Output(tmp_path, "r").write(
            {
                "areas": {},
                "topics": {"t": {"id": "t", "resources": ["x", "y"]}},
                "resources": resources,
            },
            {},
            dry_run=False,
        )

    both({"x": {"id": "x"}, "y": {"id": "y"}})
    path = tmp_path / "resources" / "r.yaml"
    path.write_text(path.read_text().replace('- id: "x"\n', ""), encoding="utf-8")
    both({"x": {"id": "x"}, "y": {"id": "y"}})
    topics = yaml.safe_load((tmp_path / "topics" / "r.yaml").read_text())
    assert topics == {"topics": [{"id": "t", "resources": ["y"]}]}


def test_characters_that_yaml_cannot_hold_are_removed():
    assert clean({"a": ["x\x07\u2028y\ufffe", 1, None]}) == {"a": ["xy", 1, None]}
