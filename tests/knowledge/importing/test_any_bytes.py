"""Import arbitrary bytes: the result can be served, or one sentence says why there is none."""

import os
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge import RoadmapError, load_knowledge
from knowledge.importing import import_roadmap
from tests.knowledge.importing.conftest import ROADMAPS, TODAY


@pytest.fixture
def served(tiny_base, tmp_path):
    """Return a function that imports bytes and loads the result, or checks the refusal."""
    return lambda data: _served_or_refused(data, tiny_base, tmp_path)


def _served_or_refused(data, base, folder):
    path, out = folder / "any.md", folder / "out"
    path.write_bytes(data)
    try:
        report = import_roadmap([path], base, out=out, today=TODAY)
    except RoadmapError as error:
        assert "\n" not in str(error)
        return None
    load_knowledge(out)
    for file in sorted(out.rglob("*"), reverse=True):
        file.unlink() if file.is_file() else file.rmdir()
    return report


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.binary(max_size=400))
def test_any_bytes_give_a_knowledge_base_or_one_sentence(data, served):
    served(data)


PIECES = st.sampled_from(
    [
        "# ",
        "## ",
        "- ",
        "* ",
        "1. ",
        "  ",
        "\n",
        "\n\n",
        "|",
        "|---|---|\n",
        "[",
        "](",
        ")",
        "**",
        "`",
        "https://a.example.net/x",
        "<a href='https://b.example.net'>",
        "</a>",
        "<br>",
        "<li>",
        "<table>",
        "<tr><td>",
        "</table>",
        "![",
        "[x] ",
        "Python",
        "Week 1",
        "Resources:",
        "⭐⭐",
        "~20h",
        "第1天",
        ":",
        "&#x0;",
        "&amp;",
        "\\",
        "\u202e",
        "\ud83d\ude80".encode("utf-16", "surrogatepass").decode("utf-16"),
        "<!--",
        "-->",
        "<details>",
        "<summary>",
        "<h2>",
        "</h2>",
        "```\n",
        "javascript:x",
        "\u00e2\u0080\u0099",
    ]
)


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(pieces=st.lists(PIECES, max_size=60))
def test_any_arrangement_of_marks_gives_a_knowledge_base(pieces, served):
    assert served("".join(pieces).encode()) is not None


def test_mutated_documents_give_a_knowledge_base_or_one_sentence(served):
    generator = random.Random(9)
    documents = [path.read_bytes() for path in sorted(ROADMAPS.glob("*.md"))]
    for _ in range(int(os.environ.get("FUZZ_RUNS", "60"))):
        data = bytearray(generator.choice(documents))
        for _ in range(generator.randint(1, 12)):
            start = generator.randrange(len(data) + 1)
            end = min(len(data), start + generator.randint(0, 40))
            other = generator.choice(documents)
            cut = generator.randrange(len(other))
            data[start:end] = other[cut : cut + generator.randint(0, 60)] or bytes(
                generator.randrange(1, 256) for _ in range(5)
            )
        served(bytes(data))
