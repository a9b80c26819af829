"""Find chunks with the tutorial chain, from nothing: `python tutorial.py STORE MODEL QUERY`."""

from __future__ import annotations

import json
import sys


def main(store: str, model: str, query: str) -> None:
    """Print the titles of the chunks found for a query."""
    from langchain_chroma import Chroma
    from langchain_huggingface import HuggingFaceEmbeddings

    chroma = Chroma(
        persist_directory=store, embedding_function=HuggingFaceEmbeddings(model_name=model)
    )
    found = chroma.as_retriever(search_kwargs={"k": 4}).invoke(query)
    titles = [document.metadata["title"] for document in found]
    sys.stdout.write(json.dumps({"found": titles}) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
