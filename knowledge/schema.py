"""Generate the JSON Schema with which an editor completes and checks the content's YAML.

`python -m knowledge.schema` writes it anew after a change of the models.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from knowledge.models import Area, Record, Resource, Role, Topic

SCHEMA = Path(__file__).parent / "schema.json"

_FILES: dict[str, type[Record]] = {
    "topics": Topic,
    "resources": Resource,
    "roles": Role,
    "areas": Area,
}


def schema_text() -> str:
    """Return the schema of one content file: a single record, or a list under the plural's name."""
    union: TypeAdapter[Any] = TypeAdapter(Topic | Resource | Role | Area)
    definitions = union.json_schema()["$defs"]
    alternatives: list[dict[str, Any]] = []
    for plural, model in _FILES.items():
        record = {"$ref": f"#/$defs/{model.__name__}"}
        alternatives.append(record)
        alternatives.append(
            {
                "title": f"A list of {plural}",
                "type": "object",
                "properties": {plural: {"type": "array", "items": record}},
                "required": [plural],
                "additionalProperties": False,
            }
        )
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Roadmap content",
        "description": "A file of knowledge/content: one record, or a list of them.",
        "anyOf": alternatives,
        "$defs": definitions,
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    SCHEMA.write_text(schema_text(), encoding="utf-8")
