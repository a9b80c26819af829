import pytest

from assistant import Settings
from evals.bench import planning, run_bench
from evals.bench.running import STAGES


@pytest.mark.slow
def test_a_quick_run_measures_the_stages_asked_for(assistant, index_home, monkeypatch):
    monkeypatch.setattr(planning, "TOPICS", 60)
    monkeypatch.setattr(planning, "CLOSURE", 20)
    monkeypatch.setattr("evals.bench.running._QUICK_TEXTS", 5)
    heard = []
    stages = list(STAGES)[2:]
    settings = Settings(home=index_home)
    report = run_bench(settings, quick=True, stages=stages, report=heard.append)
    assert heard == ["opening both", *stages]
    assert {row.issue for row in report.rows} == {"8", "5"}
    assert report.quick
    assert report.content["tutorial chunks"] < report.content["chunks"]
