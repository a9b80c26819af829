"""Merge three states of records by id: last import, what people made of it, new import."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

Record = dict[str, Any]
Records = dict[str, Record]

_DATED = "seen"  # holds the day of the import; it alone is no change


@dataclass
class Merged:
    """The merged records, the ids that are gone, and sentences on the edits that were kept."""

    records: Records = field(default_factory=dict)
    removed: set[str] = field(default_factory=set)
    kept: list[str] = field(default_factory=list)


def merge_records(plural: str, before: Records, current: Records, new: Records) -> Merged:
    """Return `current` with what changed from `before` to `new`; where both changed, people win."""
    merged = Merged()
    for identifier, record in current.items():
        generated, last = new.get(identifier), before.get(identifier)
        if generated is None:
            if last is not None and _same(last, record):
                merged.removed.add(identifier)
            else:
                merged.records[identifier] = record
        else:
            name = f"{plural.removesuffix('s')} {identifier}"
            merged.records[identifier] = _merge_record(name, last or {}, record, generated, merged)
    for identifier, record in new.items():
        if identifier in current:
            continue
        if identifier in before:
            merged.removed.add(identifier)
            merged.kept.append(f"{plural.removesuffix('s')} {identifier} stays removed")
        else:
            merged.records[identifier] = record
    return merged


def _merge_record(name: str, last: Record, current: Record, new: Record, merged: Merged) -> Record:
    result: Record = {}
    for key in dict.fromkeys((*current, *new)):
        value = _merge_value(key, last, current, new)
        if value is None:
            continue
        result[key] = value
        was_edited = key in current and key in last and current[key] != last[key]
        if was_edited and key != _DATED and value != new.get(key):
            merged.kept.append(f"{name}: {key}")
    return result


def _merge_value(key: str, last: Record, current: Record, new: Record) -> Any:
    if key == _DATED and key in current:
        return current[key]
    if key not in current:
        return None if key in last else new[key]
    if key not in new:
        return None if current[key] == last.get(key) else current[key]
    if current[key] == last.get(key, new[key]):
        return new[key]
    if isinstance(current[key], list) and isinstance(new[key], list):
        return _merge_lists(last.get(key) or [], current[key], new[key])
    return current[key]


def _merge_lists(last: list[Any], current: list[Any], new: list[Any]) -> list[Any]:
    was, will = {_key(one) for one in last}, {_key(one) for one in new}
    kept = [one for one in current if _key(one) in will or _key(one) not in was]
    present = {_key(one) for one in current}
    added = [one for one in new if _key(one) not in present and _key(one) not in was]
    return kept + added


def _same(one: Record, other: Record) -> bool:
    return {k: v for k, v in one.items() if k != _DATED} == {
        k: v for k, v in other.items() if k != _DATED
    }


def _key(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False)
