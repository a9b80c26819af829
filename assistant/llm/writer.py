"""Have a language model word a composed answer, and keep what can be proved of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.answer import Answer
from assistant.citations import MARKER, citation
from assistant.conversation import Turn
from assistant.links import written_address
from assistant.llm.brief import messages, prose, table
from assistant.llm.faults import find_fault
from assistant.llm.reading import ModelFailedError, read_model, runs
from assistant.statements import LINK
from assistant.verify import Cleaned, Verifier
from index import Chunk

if TYPE_CHECKING:  # imported only where a model is configured
    from langchain_core.language_models import BaseChatModel
    from langchain_core.runnables import RunnableConfig

SOURCES = 10
"""How many sources a model is given at most."""


@dataclass(frozen=True)
class Written:
    """A piece of text that may be shown at once, or in the end the whole answer.

    The answer is what counts: where the text had to be replaced, it is the composed one.
    """

    piece: str = ""
    answer: Answer | None = None


@dataclass(frozen=True)
class Writer:
    """A language model with its name, as provider:model, and the seconds it may take."""

    model: BaseChatModel
    name: str
    seconds: float

    def write(
        self,
        composed: Answer,
        found: Sequence[Chunk],
        earlier: Sequence[Turn],
        verifier: Verifier,
        config: RunnableConfig | None = None,
    ) -> Iterator[Written]:
        """Yield verified pieces as they come, then the answer; always one, within the time limit.

        `found` are chunks that may be cited beside those of the composed answer.
        """
        evidence = _evidence(composed, found, verifier)
        text, removed = "", Cleaned("")
        try:
            stream = read_model(
                self.model, messages(composed, evidence, earlier), self.seconds, config
            )
            for run in runs(stream):
                cleaned = verifier.clean(_as_answer(run, composed, evidence, verifier))
                removed = removed + cleaned
                if text or cleaned.text.strip():
                    text += cleaned.text
                    yield Written(piece=cleaned.text)
            fault = find_fault(text, removed, composed, verifier.measure)
        except ModelFailedError as failure:
            fault = str(failure)
        if fault:
            note = f"The answer of {self.name} was replaced by the composed one: {fault}."
            yield Written(answer=composed.model_copy(update={"notes": (*composed.notes, note)}))
            return
        rows = table(composed.answer)
        if rows:
            yield Written(piece=f"\n\n{rows}")
        yield Written(answer=self._finished(text, rows, removed, composed, evidence, verifier))

    def _finished(
        self,
        text: str,
        rows: str,
        removed: Cleaned,
        composed: Answer,
        evidence: dict[int, Chunk],
        verifier: Verifier,
    ) -> Answer:
        whole = f"{text.strip()}\n\n{rows}".strip()
        used = {int(number) for number in MARKER.findall(whole)}
        linked = {found.group(2) for found in LINK.finditer(whole)}
        resources = [r for r in composed.resources if written_address(r.url) in linked]
        return composed.model_copy(
            update={
                "answer": whole,
                "citations": tuple(
                    citation(chunk, number, prose(whole))
                    for number, chunk in evidence.items()
                    if number in used
                ),
                "resources": tuple(resources) or composed.resources,
                "engine": self.name,
                "notes": (*composed.notes, *removed.notes),
            }
        )


def _evidence(composed: Answer, found: Sequence[Chunk], verifier: Verifier) -> dict[int, Chunk]:
    """Return the numbered sources: those of the composed answer, then others that were found."""
    evidence = {entry.n: verifier.chunks[entry.chunk_id] for entry in composed.citations}
    cited = {chunk.id for chunk in evidence.values()}
    others = [chunk for chunk in found if chunk.id not in cited]
    start = max(evidence, default=0) + 1
    return evidence | dict(enumerate(others[: max(0, SOURCES - len(evidence))], start))


def _as_answer(
    run: str, composed: Answer, evidence: dict[int, Chunk], verifier: Verifier
) -> Answer:
    """Return a run of text as an answer that may cite all the evidence."""
    citations = tuple(citation(chunk, number, run) for number, chunk in evidence.items())
    return composed.model_copy(update={"answer": run, "citations": citations, "notes": ()})
