"""Build LangChain's plain tutorial chain over the same content, to be measured against.

A recursive character splitter (1,000 characters, 200 overlap, as in the tutorial), Hugging Face
embeddings on the same weights, Chroma on disk, the four nearest chunks.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from index import Chunk
from knowledge import UsageError

if TYPE_CHECKING:
    from langchain_core.retrievers import BaseRetriever

CHUNK_SIZE, OVERLAP, NEAREST = 1000, 200, 4


@dataclass(frozen=True)
class Tutorial:
    """The chain: where its store is, how many chunks that holds, and the retriever."""

    store: Path
    model: str
    chunks: int
    retriever: BaseRetriever


def open_tutorial(home: Path, model: str, chunks: list[Chunk], most: int | None) -> Tutorial:
    """Return the chain over the texts of our chunks, embedding what was not embedded before.

    `most` cuts the number of texts, for a quick run. Raises UsageError where packages are missing.
    """
    try:
        from langchain_chroma import Chroma
        from langchain_huggingface import HuggingFaceEmbeddings
        from langchain_text_splitters import RecursiveCharacterTextSplitter
    except ImportError as error:
        raise UsageError(
            f"The benchmark needs {error.name}: pip install 'roadmap-assistant[evals]'."
        ) from error
    splitter = RecursiveCharacterTextSplitter(chunk_size=CHUNK_SIZE, chunk_overlap=OVERLAP)
    used = chunks[:most]
    documents = splitter.create_documents(
        [chunk.text for chunk in used], [{"title": chunk.title} for chunk in used]
    )
    text = "\x1f".join(document.page_content for document in documents)
    store = home / "bench" / f"tutorial-{hashlib.sha256(text.encode()).hexdigest()[:12]}"
    embeddings = HuggingFaceEmbeddings(model_name=model)
    chroma = Chroma(persist_directory=str(store), embedding_function=embeddings)
    if chroma._collection.count() < len(documents):  # LangChain has no public way to count
        chroma.add_documents(documents, ids=[str(number) for number in range(len(documents))])
    retriever = chroma.as_retriever(search_kwargs={"k": NEAREST})
    return Tutorial(store, model, len(documents), retriever)
