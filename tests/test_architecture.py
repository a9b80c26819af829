"""Data flows one way, and nothing happens at import time."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ORDER = ("knowledge", "index", "assistant", "evals", "ui")
SLOW = {
    "torch",
    "transformers",
    "sentence_transformers",
    "gradio",
    "chromadb",
    "scipy",
    "sqlalchemy",
}


def imported_packages(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names.add(node.module.split(".")[0])
    return names


@pytest.mark.parametrize("package", ORDER)
def test_a_package_imports_only_what_lies_to_its_left(package):
    right = set(ORDER[ORDER.index(package) + 1 :])
    for path in (ROOT / package).rglob("*.py"):
        forbidden = imported_packages(path) & right
        assert not forbidden, f"{path.relative_to(ROOT)} imports {forbidden}"


def test_of_ui_only_the_command_line_reaches_past_the_assistant():
    for path in (ROOT / "ui").rglob("*.py"):
        if path != ROOT / "ui" / "cli.py":
            reached = imported_packages(path) & {"knowledge", "index", "evals"}
            assert not reached, f"{path.relative_to(ROOT)} imports {reached}"


def test_no_package_imports_relatively_or_hides_things_in_utils():
    for package in ORDER:
        for path in (ROOT / package).rglob("*.py"):
            assert path.stem not in ("utils", "helpers", "common")
            tree = ast.parse(path.read_text(encoding="utf-8"))
            levels = [node.level for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
            assert not any(levels), f"{path.relative_to(ROOT)} imports relatively"


@pytest.mark.parametrize("package", [*ORDER, "ui.cli", "assistant.chain"])
def test_importing_a_package_imports_nothing_slow_and_reads_no_content(package):
    code = (
        f"import sys, builtins; import {package}\n"
        f"slow = {SLOW!r} & set(sys.modules)\n"
        "assert not slow, slow\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr


def test_every_public_name_exists():
    for package in ORDER:
        module = __import__(package)
        for name in getattr(module, "__all__", []):
            assert getattr(module, name) is not None
