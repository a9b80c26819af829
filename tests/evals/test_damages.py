"""Break the product on purpose, five times: the metric that should notice must notice."""

import sys

import pytest

from assistant.planning import order
from assistant.understanding import person
from assistant.verify import Verifier
from evals.answering import ask_all
from evals.question import load_questions
from evals.retrieval import load_queries, measure_retrieval
from evals.scoring import judge_case, overall
from index import fusion
from knowledge.graph import PrerequisiteGraph

PLANS = ("plan-ml-engineer", "plan-nlp", "plan-no-time")


def scores(assistant, *identifiers):
    """Return the figures of some fixed questions, all groups in one mapping."""
    chosen = [q for q in load_questions() if q.id in identifiers]
    assert len(chosen) == len(identifiers)
    figures = overall([judge_case(case) for case in ask_all(assistant, chosen)])
    return {name: figure.value for group in figures.values() for name, figure in group.items()}


def replace_everywhere(monkeypatch, package, function, damaged):
    """Replace a function in every loaded module of a package that has imported it by name."""
    found = [
        module
        for name, module in sys.modules.items()
        if name.startswith(package) and getattr(module, function.__name__, None) is function
    ]
    assert found
    for module in found:
        monkeypatch.setattr(module, function.__name__, damaged)


@pytest.fixture(scope="module")
def healthy_plans(assistant):
    """Return the figures of the plan questions before anything is broken."""
    return scores(assistant, *PLANS)


def test_before_any_damage_the_metrics_are_content(healthy_plans):
    assert healthy_plans["prerequisite violations"] == 0
    assert healthy_plans["invented links"] == 0
    assert healthy_plans["time"] == 1
    assert healthy_plans["order"] == 1


def test_broken_fusion_is_caught_by_the_ranking_of_hybrid_search(assistant, monkeypatch):
    whole = fusion.reciprocal_rank_fusion
    queries = load_queries("held-back")
    before = measure_retrieval(assistant.index, queries)

    def broken(*arguments, **options):
        return list(reversed(whole(*arguments, **options)))

    replace_everywhere(monkeypatch, "index", whole, broken)
    after = measure_retrieval(assistant.index, queries)
    assert after["hybrid"]["nDCG@10"].high < before["hybrid"]["nDCG@10"].low
    assert after["dense"] == before["dense"]
    assert after["bm25"] == before["bm25"]


def test_a_dropped_prerequisite_is_caught_by_the_violations(assistant, healthy_plans, monkeypatch):
    whole = PrerequisiteGraph.ancestors

    def forgetful(self, topics):
        return whole(self, topics) - {"ml-fundamentals"}

    monkeypatch.setattr(PrerequisiteGraph, "ancestors", forgetful)
    assert scores(assistant, "plan-no-time")["prerequisite violations"] > 0


def test_an_invented_link_is_caught_by_the_link_count(assistant, monkeypatch):
    def careless(self, answer):
        text = f"{answer.answer} See [this course](https://made-up.example/course)."
        return answer.model_copy(update={"answer": text})

    monkeypatch.setattr(Verifier, "verify", careless)
    assert scores(assistant, "explain-pca")["invented links"] == 1


def test_a_wrong_hours_parse_is_caught_by_the_time(assistant, healthy_plans, monkeypatch):
    whole = person.hours_per_week

    def monthly(*arguments, **options):
        hours = whole(*arguments, **options)
        return None if hours is None else hours * 4

    monkeypatch.setattr(person, "hours_per_week", monthly)
    assert scores(assistant, *PLANS)["time"] < healthy_plans["time"]


def test_an_unsorted_plan_is_caught_by_the_violations_and_the_order(assistant, monkeypatch):
    whole = order.study_order

    def unsorted(*arguments, **options):
        return list(reversed(whole(*arguments, **options)))

    replace_everywhere(monkeypatch, "assistant.planning", whole, unsorted)
    damaged = scores(assistant, *PLANS)
    assert damaged["prerequisite violations"] > 0
    assert damaged["order"] < 1
