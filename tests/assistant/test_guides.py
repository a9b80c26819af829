"""Guides answer the questions that they were written for, and no others."""

import pytest


@pytest.mark.parametrize(
    ("question", "guide"),
    [
        ("Do I need a degree?", "need-a-degree"),
        ("should i learn pytorch or tf in 2026", "pytorch-or-tensorflow"),
        ("R vs python", "r-or-python"),
        ("arima vs lstm for sales forecasting", "arima-or-deep-learning"),
        ("how much math do i need", "how-much-maths"),
        ("is it too late to become a data scientist at 40?", "too-late-to-start"),
    ],
)
def test_questions_in_other_words_find_their_guide(assistant, question, guide):
    citations = assistant.ask(question).answer.citations
    assert guide in [citation.guide_id for citation in citations]


@pytest.mark.parametrize(
    "question",
    [
        "What should I learn next?",
        "free resources for NLP",
        "How long does SQL take?",
        "What do I need before deep learning?",
        "project ideas for computer vision",
    ],
)
def test_computed_answers_are_never_left_to_a_guide(assistant, question):
    citations = assistant.ask(question).answer.citations
    assert not any(citation.guide_id for citation in citations)
