"""README says what is true."""

import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.readme_blocks import PACKAGES, README, ROOT, filled


def test_generated_blocks_are_current():
    text = README.read_text(encoding="utf-8")
    assert filled(text) == text, "run: python -m tests.readme_blocks"


def test_every_module_has_a_line_in_the_tree():
    text = README.read_text(encoding="utf-8")
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*.py"):
            if path.name != "__init__.py":
                assert path.relative_to(ROOT).as_posix() in text


def test_readme_opens_with_the_two_commands():
    first_block = re.search(r"```\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert [line.split()[1] for line in first_block[1].strip().split("\n")] == ["web", "test"]


def test_every_make_target_named_in_readme_exists():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in set(re.findall(r"`make ([a-z]+)`", README.read_text(encoding="utf-8"))):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_top_level_holds_nothing_without_a_reason():
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\n")
    top = {line.split("/")[0] for line in listed if line}
    allowed = {*PACKAGES, "tests", "pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE"}
    allowed |= {"Makefile", "requirements.lock", ".ci", ".gitignore"}
    allowed |= {".vscode"}  # tells editors where the schema of the content is
    assert top <= allowed, top - allowed
