"""Check the schema for editors against the models and the content."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from knowledge import CONTENT
from knowledge.loader import content_files
from knowledge.schema import SCHEMA, schema_text


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = json.loads(schema_text())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def plain(text: str) -> Any:
    """Return YAML as an editor sees it: dates are strings."""
    return json.loads(json.dumps(yaml.load(text, yaml.CSafeLoader), default=str))


def test_schema_file_is_current() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema_text(), "run: python -m knowledge.schema"


def test_every_content_file_satisfies_the_schema(validator: Draft202012Validator) -> None:
    for path in content_files(CONTENT):
        if path.suffix == ".yaml":
            assert validator.is_valid(plain(path.read_text(encoding="utf-8"))), path


def test_misspelt_field_is_refused(validator: Draft202012Validator) -> None:
    area = {"id": "data", "title": "Data", "summary": "All about data."}
    assert validator.is_valid(area)
    assert not validator.is_valid({**area, "sumary": "All about data."})
    assert not validator.is_valid({"areas": [{"id": "data"}]})
