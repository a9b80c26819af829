"""Make the language model a stage of the chain."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from langchain_core.runnables import ensure_config

from assistant.llm.writer import Writer
from assistant.verify import Verifier

if TYPE_CHECKING:  # only named
    from assistant.work import Work


@dataclass(frozen=True)
class WriteStage:
    """Has a model word what was composed; it streams pieces, then the finished work."""

    writer: Writer
    verifier: Verifier

    def stream(self, works: Iterator[Work]) -> Iterator[Work]:
        """Yield a work a piece, the last with the answer; questions back stay as composed."""
        for work in works:
            if work.answer is None or work.answer.behaviour not in ("answer", "plan"):
                yield work
                continue
            start = time.perf_counter()
            found = [hit.chunk for hit in work.hits]
            earlier = work.conversation.turns
            config = ensure_config()  # LangChain's own, so that its callbacks hear of the model
            for written in self.writer.write(work.answer, found, earlier, self.verifier, config):
                if written.answer is None:
                    yield replace(work, piece=written.piece)
                    continue
                spent = round((time.perf_counter() - start) * 1000, 3)
                timings = {**work.timings_ms, "write": spent}
                yield replace(work, answer=written.answer, timings_ms=timings)

    async def astream(self, works: AsyncIterator[Work]) -> AsyncIterator[Work]:
        """Yield as `stream` does, without blocking the event loop."""
        async for work in works:
            written = self.stream(iter((work,)))
            while (following := await asyncio.to_thread(next, written, None)) is not None:
                yield following
