"""Make the generated parts of README.md: commands, settings and the tree of modules.

Run `python -m tests.readme_blocks` to write them; a test fails while they are stale.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import typer

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PACKAGES = ("knowledge", "index", "assistant", "evals", "ui")


def commands() -> str:
    """Return a table of all commands with the first line of their help."""
    from ui.cli import app

    rows = ["| command | what it does |", "| --- | --- |"]
    group = typer.main.get_command(app)
    for path, command in _leaves(group, "roadmap"):
        options = [
            max(parameter.opts, key=len)
            for parameter in command.params
            if parameter.param_type_name == "option"
        ]
        arguments = [
            parameter.name.upper()
            for parameter in command.params
            if parameter.param_type_name == "argument"
        ]
        usage = " ".join([path, *arguments, *(f"[{option}]" for option in options)])
        summary = (command.help or "").strip().split("\n")[0]
        rows.append(f"| `{usage}` | {summary} |")
    return "\n".join(rows)


def settings() -> str:
    """Return a table of all settings."""
    from assistant.settings import Settings

    rows = ["| variable | what it sets |", "| --- | --- |"]
    for name, field in Settings.model_fields.items():
        rows.append(f"| `ROADMAP_{name.upper()}` | {field.description} |")
    return "\n".join(rows)


def tree() -> str:
    """Return every module with its docstring's first line, in the order of the data flow."""
    lines = []
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py"), key=_order):
            docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
            summary = docstring.split("\n")[0]
            if path.name == "__init__.py":
                lines.append(f"{path.parent.relative_to(ROOT).as_posix()}/".ljust(42) + summary)
            else:
                lines.append(f"  {path.relative_to(ROOT).as_posix()}".ljust(42) + f" {summary}")
    return "```\n" + "\n".join(lines) + "\n```"


def filled(text: str) -> str:
    """Return README's text with every generated block as it should be."""
    for name, block in (("commands", commands()), ("settings", settings()), ("tree", tree())):
        pattern = rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)"
        text = re.sub(pattern, lambda m, b=block: f"{m[1]}{b}\n{m[2]}", text, flags=re.DOTALL)
    return text


def _leaves(command, path):
    for name, child in sorted(getattr(command, "commands", {}).items()):
        if hasattr(child, "commands"):
            yield from _leaves(child, f"{path} {name}")
        else:
            yield f"{path} {name}", child


def _order(path: Path) -> tuple[str, bool, str]:
    return (path.parent.as_posix(), path.name != "__init__.py", path.name)


if __name__ == "__main__":
    README.write_text(filled(README.read_text(encoding="utf-8")), encoding="utf-8")
