import json
import subprocess
import sys

import pytest

import index

SEARCH = """
import json, sys
from pathlib import Path
from index import IndexSettings, load_knowledge_cached, open_index
settings = IndexSettings(home=Path(sys.argv[1]))
found = open_index(load_knowledge_cached([Path(sys.argv[2])], settings), settings)
hits = found.search("rows and columns of a DataFrame")
print(json.dumps({"first": hits[0].chunk.id, "modules": sorted(sys.modules)}))
"""


def test_everything_public_can_be_imported():
    assert [name for name in index.__all__ if not hasattr(index, name)] == []
    assert index.__all__ == sorted(index.__all__, key=lambda name: (name != name.upper(), name))


def test_other_names_are_refused():
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        _ = index.Nothing


def test_a_search_imports_only_what_it_needs(tiny_base, settings):
    index.open_index(tiny_base, settings).close()
    (content,) = tiny_base.directories
    command = [sys.executable, "-c", SEARCH, str(settings.home), str(content)]
    output = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert output["first"] == "topic:pandas#overview"
    heavy = {
        *("torch", "transformers", "sentence_transformers", "onnx", "onnxscript", "bm25s", "scipy"),
        *(
            "sqlalchemy",
            "alembic",
            "dateparser",
            "gradio",
            "langchain",
            "langchain_core",
            "networkx",
        ),
    }
    assert heavy.isdisjoint(output["modules"])


def test_importing_the_package_reads_and_loads_nothing():
    code = "import sys, index; print(*sys.modules)"
    command = [sys.executable, "-c", code]
    modules = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    assert {"chromadb", "onnxruntime", "tokenizers", "bm25s", "langchain_core"}.isdisjoint(modules)
