"""Fill the page's templates; every value is escaped unless it is already safe HTML."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

_HERE = Path(__file__).parent


def render(template: str, **data: Any) -> str:
    """Return a template of `ui/templates` filled with `data`."""
    return _environment().get_template(template).render(**data)


def static_text(name: str) -> str:
    """Return a style sheet or script of `ui/static`."""
    return (_HERE / "static" / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["day"] = day
    environment.filters["hours"] = hours
    return environment


def day(date: dt.date) -> str:
    """Return a date as people write it: 3 Mar 2026."""
    return f"{date.day} {date:%b %Y}"


def hours(number: float) -> str:
    """Return a number of hours without needless digits: 60, 7.5."""
    return f"{round(number, 1):g}"
