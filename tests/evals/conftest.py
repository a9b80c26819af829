"""Make answered questions over the tiny content, and reports of them, without asking anything."""

from __future__ import annotations

import datetime as dt

import pytest

from assistant.answer import Answer, Plan, PlanStep
from assistant.citations import citation
from assistant.profile import Profile
from assistant.verify import Verifier
from evals.answering import Case
from evals.question import EVAL_DAY, Question
from evals.report import Figure, QuestionResult, Report
from index import build_chunks


@pytest.fixture(scope="session")
def tiny_chunks(tiny_base):
    """Return the chunks of the tiny content by id."""
    return {chunk.id: chunk for chunk in build_chunks(tiny_base)}


@pytest.fixture(scope="session")
def tiny_verifier(tiny_base, tiny_chunks):
    """Return a verifier of answers over the tiny content."""
    return Verifier(tiny_base, tiny_chunks)


@pytest.fixture
def make_answer(tiny_chunks):
    """Return a maker of answers; `cites` are chunk ids, numbered from 1."""

    def make(text: str = "", *, cites=(), **fields) -> Answer:
        return Answer(
            **{
                "question": "?",
                "behaviour": "answer",
                "intent": "next",
                "profile": Profile(start=EVAL_DAY),
                "timings_ms": {"total": 1.0},
                **fields,
            },
            answer=text,
            citations=tuple(
                citation(tiny_chunks[name], n, text) for n, name in enumerate(cites, 1)
            ),
        )

    return make


@pytest.fixture
def make_case(tiny_base, tiny_verifier, make_answer):
    """Return a maker of cases: answers (the last one counts), then the labels."""

    def make(*answers: Answer, **labels) -> Case:
        turns = tuple("?" for _ in answers) or ("?",)
        question = Question(**{"id": "q", "turns": turns, "behaviour": "answer", **labels})
        return Case(question, answers or (make_answer(),), tiny_base, tiny_verifier)

    return make


@pytest.fixture
def make_plan_of():
    """Return a maker of plans from (topic id, hours) in order; each step takes one day."""

    def make(*steps, **fields) -> Plan:
        days = [EVAL_DAY + dt.timedelta(days=n) for n in range(len(steps))]
        return Plan(
            **{
                "goal": ("deep-learning",),
                "known": (),
                "assumed_known": (),
                "total_hours": sum(hours for _, hours in steps),
                "weeks": None,
                "finish_date": days[-1] if days else None,
                "feasible": True,
                "left_out": (),
                "minimum_hours_per_week": None,
                "earliest_finish": None,
                **fields,
            },
            steps=tuple(
                PlanStep(
                    topic_id=topic,
                    title=topic,
                    why="",
                    hours=hours,
                    start=day,
                    end=day,
                    prerequisites=(),
                    resources=(),
                    project=None,
                    done_when=None,
                )
                for (topic, hours), day in zip(steps, days, strict=True)
            ),
        )

    return make


@pytest.fixture
def make_result():
    """Return a maker of question results that passed with full marks."""

    def make(identifier: str = "q", **fields) -> QuestionResult:
        return QuestionResult(
            **{
                "id": identifier,
                "category": "next",
                "areas": (),
                "turns": ("What next?",),
                "answers": ("SQL next [1].",),
                "behaviour": "answer",
                "intent": "next",
                "expected_intent": (),
                "values": {"behaviour": 1.0},
                "wrong": {},
                "passed": True,
                "milliseconds": 10.0,
                **fields,
            }
        )

    return make


@pytest.fixture
def make_report():
    """Return a maker of reports of some results."""

    def make(*results: QuestionResult, **fields) -> Report:
        share = sum(result.passed for result in results) / len(results)
        passed = Figure(value=share, low=share, high=share, n=len(results))
        return Report(
            **{
                "split": "main",
                "engine": "composed",
                "made": dt.datetime(2026, 11, 22, tzinfo=dt.UTC),
                "cores": 2,
                "content": {"topics": 6},
                "seconds": 1.0,
                "figures": {"questions": {"passed": passed}},
                "by_category": {"next": {"passed": passed}},
                "latency": {"p50": 10.0, "p95": 10.0},
                **fields,
            },
            questions=results,
        )

    return make
