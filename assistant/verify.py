"""Check an answer in code, whoever wrote it; what has no source is removed and counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.answer import Answer
from assistant.citations import MARKER
from assistant.links import KnownLinks
from assistant.person import PersonFacts, person_facts
from assistant.statements import Statement, split_statements
from assistant.support import SupportMeasure, Verdict
from index import Chunk, Index
from knowledge import KnowledgeBase

_EMPTY_ITEM = re.compile(r"^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]*$\n?", re.MULTILINE)
_ENDS_WITH_MARKER = re.compile(r"\[\d{1,3}\]\W?$")


@dataclass(frozen=True)
class AnswerCheck:
    """What is wrong with an answer, and how well its citations fit.

    Precision and recall follow ALCE (Gao et al., "Enabling Large Language Models to Generate Text
    with Citations", EMNLP 2023), with `SupportMeasure` in the place of its entailment model.
    Recall is the share of statements that all their citations together support. Precision is the
    share of citations that matter: those of a supported statement that support it alone, or without
    which the others no longer do. A marker counts for every statement that it covers. Both are 1.0
    where there is nothing to count.
    """

    invented_links: list[str]
    stray_markers: list[int]
    unsupported: list[str]
    statements: int
    citation_precision: float
    citation_recall: float


@dataclass(frozen=True)
class Cleaned:
    """A text without what has no source, and what was removed from it."""

    text: str
    links: tuple[str, ...] = ()
    markers: tuple[int, ...] = ()
    statements: tuple[tuple[Statement, Verdict], ...] = ()

    def __add__(self, following: Cleaned) -> Cleaned:
        return Cleaned(
            self.text + following.text,
            self.links + following.links,
            self.markers + following.markers,
            self.statements + following.statements,
        )

    @property
    def notes(self) -> tuple[str, ...]:
        """Say how many links, markers and sentences were removed."""
        counts = ((self.links, "link"), (self.markers, "marker"), (self.statements, "sentence"))
        return tuple(_counted(len(removed), noun) for removed, noun in counts if removed)


class Verifier:
    """Checks answers against one knowledge base and the chunks of its index."""

    def __init__(self, base: KnowledgeBase, chunks: Mapping[str, Chunk]) -> None:
        self.measure = SupportMeasure(base, chunks)
        self.chunks = chunks
        self._base = base
        self.links = KnownLinks(base)

    def verify(self, answer: Answer) -> Answer:
        """Return the answer without what has no source; notes count what was removed.

        The first statement stays: without it nothing would be answered.
        """
        first = next(iter(split_statements(answer.answer)), None)
        cleaned = self.clean(answer, keep=first.start if first else None)
        if not cleaned.notes:
            return answer
        notes = (*answer.notes, *cleaned.notes)
        return answer.model_copy(update={"answer": cleaned.text.strip(), "notes": notes})

    def clean(self, answer: Answer, keep: int | None = None) -> Cleaned:
        """Return the text of an answer, or of a part of one, without what has no source.

        These are links, markers, and statements that their citations do not support. Table rows
        stay: they are the planner's. So does the statement that begins at `keep`.
        """
        numbers = {citation.n for citation in answer.citations}
        text, links = self.links.clean(answer.answer)
        stray = tuple(int(n) for n in MARKER.findall(text) if int(n) not in numbers)
        text = without_markers(text, set(stray)) if stray else text
        left = answer.model_copy(update={"answer": text})
        unsupported = tuple(
            (statement, verdict)
            for statement, verdict in self.judge(left)
            if not verdict.supported and statement.kind != "row" and statement.start != keep
        )
        if unsupported:
            text = without_statements(text, [statement for statement, _ in unsupported])
        return Cleaned(text, tuple(links), stray, unsupported)

    def judge(self, answer: Answer) -> list[tuple[Statement, Verdict]]:
        """Return every statement that claims something, with how far its citations support it.

        A question back claims nothing.
        """
        if answer.behaviour == "clarify":
            return []
        person = person_facts(answer, self._base)
        cited = {citation.n: citation.chunk_id for citation in answer.citations}
        judged = []
        for statement in split_statements(answer.answer):
            chunks = [cited[number] for number in statement.covering if number in cited]
            verdict = self.measure.judge(statement, chunks, person)
            if verdict.claims and statement.kind != "heading":
                judged.append((statement, verdict))
        return judged

    def check(self, answer: Answer) -> AnswerCheck:
        """Return what is wrong with an answer, without changing it."""
        numbers = {citation.n for citation in answer.citations}
        judged = self.judge(answer)
        supported = [statement for statement, verdict in judged if verdict.supported]
        relevant = list(self._relevance(answer, judged))
        return AnswerCheck(
            invented_links=self.links.clean(answer.answer)[1],
            stray_markers=[n for n in map(int, MARKER.findall(answer.answer)) if n not in numbers],
            unsupported=[statement.text for statement, verdict in judged if not verdict.supported],
            statements=len(judged),
            citation_precision=sum(relevant) / len(relevant) if relevant else 1.0,
            citation_recall=len(supported) / len(judged) if judged else 1.0,
        )

    def _relevance(
        self, answer: Answer, judged: Sequence[tuple[Statement, Verdict]]
    ) -> Iterator[bool]:
        """Yield for every citation of every statement whether it matters."""
        person = person_facts(answer, self._base)
        cited = {citation.n: citation.chunk_id for citation in answer.citations}
        for statement, verdict in judged:
            for number in statement.covering:
                yield verdict.supported and self._matters(statement, number, cited, person)

    def _matters(
        self, statement: Statement, number: int, cited: Mapping[int, str], person: PersonFacts
    ) -> bool:
        def supports(numbers: Sequence[int]) -> bool:
            chunks = [cited[n] for n in numbers if n in cited]
            return self.measure.judge(statement, chunks, person).supported

        return supports([number]) or not supports([n for n in statement.covering if n != number])


def check_answer(answer: Answer, base: KnowledgeBase, index: Index) -> AnswerCheck:
    """Return what is wrong with an answer; for many answers, keep a `Verifier`."""
    return Verifier(base, index.chunks).check(answer)


def without_markers(text: str, numbers: set[int]) -> str:
    """Return the text without the markers of these numbers, and the space before each."""
    return re.sub(
        rf"\s?{MARKER.pattern}", lambda f: "" if int(f.group(1)) in numbers else f.group(), text
    )


def without_statements(text: str, removed: Sequence[Statement]) -> str:
    """Return the text without some statements, keeping every marker that covered another one."""
    for statement in reversed(removed):
        before, after = text[: statement.start].rstrip(" "), text[statement.end :]
        if before and before[-1] in ".!?" and not _ENDS_WITH_MARKER.search(before):
            marks = "".join(f"[{number}]" for number in statement.markers)
            before = f"{before[:-1]} {marks}{before[-1]}" if marks else before
        alone = not before or before[-1] == "\n" or not after or after[0] == "\n"
        separator = "" if alone else " "
        text = f"{before}{separator}{after}"
    return re.sub(r"\n{3,}", "\n\n", _EMPTY_ITEM.sub("", text))


def _counted(count: int, noun: str) -> str:
    """Return the note that so many things were removed."""
    return f"{count} {noun}{'s' if count > 1 else ''} without a source removed."
