"""Whole conversations, written to tests/transcripts/ to be read, and checked as far as code can."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from assistant import Answer, Assistant, Conversation, Turn

TODAY = dt.date(2026, 11, 22)
FOLDER = Path(__file__).parent.parent / "transcripts"
MOST_WORDS = 220  # three topics, each with its reason, hours, difficulty and link
SHORTEST = 6
"""From how many words on a sentence counts as repeated."""

INTENTS = {
    "next": "I know Python and pandas. What should I learn next?",
    "plan": "I know Python basics and want to be a data analyst, 8 hours a week. Make me a plan.",
    "prerequisites": "What do I need before deep learning?",
    "resources": "Free resources for SQL, please",
    "certification": "Is there a certificate for deep learning?",
    "explain": "What is retrieval-augmented generation?",
    "why": "Why should I learn linear algebra?",
    "compare": "PyTorch or TensorFlow?",
    "role": "What does an ML engineer do?",
    "ready": "I know Python and NumPy. Am I ready for deep learning?",
    "project": "Which project should I build for time series forecasting?",
    "time": "How long does it take to learn SQL?",
    "progress": "I know Python basics. I finished pandas today.",
    "small_talk": "hello",
    "off_topic": "How do I cook rice?",
    "unanswerable": "What does Google pay a data scientist?",
}
CONVERSATIONS = {
    "from-zero": (
        "I'm a nurse, no coding so far, maybe 4 hours a week. Where do I start?",
        "free resources for that",
        "I finished it",
        "and after that?",
        "how long will that take?",
    ),
    "to-language-models": (
        "I know Python, statistics and ML basics and want to work with language models. What next?",
        "compare that with computer vision",
        "Am I ready for transformers?",
        "ok, and which project should I build?",
        "thanks!",
    ),
    "a-plan-that-changes": (
        "I know Python and pandas. Make me a plan to become a data scientist, 3 hours a week.",
        "actually make that 6 hours",
        "shorter",
    ),
    "a-choice-of-tools": (
        "PyTorch or TensorFlow?",
        "why?",
        "is there a certificate?",
        "cheaper?",
    ),
    "a-role": (
        "what does an ML engineer do",
        "I have 8 hours a week and know python, sql and git. What next?",
        "how long would that take me",
    ),
    "no-videos": ("docker tutorial?", "not video please", "how long does it take?"),
    "three-afters": ("I know python basics only. next?", "and then?", "and then?", "why?"),
    "change-and-back": (
        "I want to become a data analyst, I know Excel. What should I learn first?",
        "what is PCA?",
        "and what should I learn next to become an analyst?",
    ),
    "a-parent": (
        "My son is 15 and wants to do machine learning. Where to start?",
        "he hates videos",
    ),
    "mathematics": (
        "how much maths do i need for ML",
        "can i skip calculus",
        "a project for linear algebra?",
    ),
    "out-of-patience": ("you are useless", "just tell me what to learn, I know python"),
    "a-concept": ("explain transformers", "why would I learn it", "shorter"),
}


def talk(assistant: Assistant, questions: Sequence[str]) -> list[Turn]:
    conversation = Conversation.new(TODAY)
    turns = []
    for question in questions:
        turns.append(assistant.ask(question, conversation))
        conversation = conversation.after(turns[-1])
    return turns


def write(name: str, turns: Sequence[Turn]) -> None:
    FOLDER.mkdir(exist_ok=True)
    lines = [f"# {name}"]
    for turn in turns:
        lines += [f"> {turn.question}", turn.answer.answer]
        lines += [f"[{c.n}] {c.title} ({c.source})" for c in turn.answer.citations]
    (FOLDER / f"{name}.md").write_text("\n\n".join(lines) + "\n", encoding="utf-8")


def sentences(answer: Answer) -> Iterator[str]:
    """Yield what is said in prose: no tables, and of a list item not the name it begins with."""
    for line in answer.answer.split("\n"):
        if line.startswith("|"):
            continue
        bare = re.sub(r"\[([^\]]*)\]\([^)]*\)|\s?\[\d+\]", lambda f: f.group(1) or "", line)
        yield from re.split(r"(?<=[.!?])\s+", bare)[1 if line.startswith("- ") else 0 :]


def check(assistant: Assistant, turn: Turn) -> None:
    answer = turn.answer
    found = assistant.verifier.check(answer)
    assert not found.unsupported
    assert not found.invented_links
    assert not found.stray_markers
    assert not answer.notes, "a sentence had to be removed"
    if answer.behaviour in ("answer", "plan"):
        assert answer.citations
    prose = [line for line in answer.answer.split("\n") if not line.startswith("|")]
    assert len(" ".join(prose).split()) <= MOST_WORDS
    if answer.plan and answer.plan.steps:
        assert "| --- |" in answer.answer


@pytest.mark.parametrize("intent", INTENTS)
def test_each_kind_of_question_gets_a_sound_answer_of_a_fitting_length(assistant, intent):
    turns = talk(assistant, [INTENTS[intent]])
    write(f"intent-{intent}", turns)
    check(assistant, turns[0])
    assert turns[0].answer.intent == intent


@pytest.mark.parametrize("name", CONVERSATIONS)
def test_a_conversation_is_sound_and_says_nothing_twice(assistant, name):
    turns = talk(assistant, CONVERSATIONS[name])
    write(f"conversation-{name}", turns)
    said: set[str] = set()
    for turn in turns:
        check(assistant, turn)
        now = {text for text in sentences(turn.answer) if len(text.split()) >= SHORTEST}
        if turn.understanding.follow_up != "shorter":
            assert not now & said
        said |= now
