"""The command line: what it prints, and how it ends."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import icalendar
import pytest
from typer.testing import CliRunner

from ui.cli import app, main

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def home(index_home, monkeypatch):
    monkeypatch.setenv("ROADMAP_HOME", str(index_home))
    monkeypatch.setenv("ROADMAP_TODAY", "2026-11-22")


@pytest.fixture
def roadmap(monkeypatch, capfd):
    """Run the command in this process; return exit status, stdout and stderr."""

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["roadmap", *arguments])
        status = 0
        try:
            main()
        except SystemExit as stop:
            status = stop.code or 0
        captured = capfd.readouterr()
        return status, captured.out, captured.err

    return run


def test_ask_prints_the_answer_and_its_sources(roadmap, assistant):
    status, out, _ = roadmap("ask", "free resources for NLP")
    assert status == 0
    assert "Hugging Face LLM Course" in out
    sources = out.split("Sources\n")[1]
    assert sources.startswith(
        "[1] Natural language processing: Hugging Face LLM Course (Hugging Face) https://"
    )


def test_json_alone_goes_to_stdout(roadmap, assistant):
    status, out, _ = roadmap("ask", "free resources for NLP", "--json")
    answer = json.loads(out)
    assert status == 0
    assert answer["behaviour"] == "answer"
    assert [item["status"] for item in answer["resources"]]


def test_next_and_plan_use_only_what_they_are_given(roadmap, assistant):
    _, out, _ = roadmap(
        "next", "--know", "python, pandas, Java", "--goal", "data analyst", "--json"
    )
    answer = json.loads(out)
    assert answer["profile"]["known"] == ["python-basics", "pandas"]
    assert answer["profile"]["other_skills"] == ["Java"]
    assert answer["profile"]["goal"] == ["data-analyst"]
    assert answer["recommended"]


def test_plan_keeps_to_hours_and_weeks(roadmap, assistant):
    options = ["--know", "python", "--goal", "data analyst", "--hours", "5", "--weeks", "10"]
    _, out, _ = roadmap("plan", *options, "--json")
    plan = json.loads(out)["plan"]
    assert plan["total_hours"] <= 50
    assert not plan["feasible"]
    assert plan["left_out"]


@pytest.mark.parametrize("format_", ["md", "json", "csv", "ics", "pdf"])
def test_plans_are_exported_in_every_format(roadmap, assistant, tmp_path, format_):
    path = tmp_path / f"plan.{format_}"
    options = ["--know", "python", "--goal", "pandas", "--hours", "5", "--format", format_]
    status, _, _ = roadmap("plan", *options, "-o", str(path))
    data = path.read_bytes()
    assert status == 0
    match format_:
        case "json":
            assert json.loads(data)["goal"] == ["pandas"]
        case "csv":
            assert len(list(csv.reader(io.StringIO(data.decode())))) > 1
        case "ics":
            assert icalendar.Calendar.from_ical(data).walk("VEVENT")
        case "pdf":
            assert data.startswith(b"%PDF-")
        case "md":
            assert b"pandas" in data


def test_topics_as_json_have_the_documented_fields(roadmap):
    _, out, _ = roadmap("topics", "--json")
    topics = json.loads(out)
    assert len(topics) >= 130
    assert topics[0].keys() == {
        "id", "title", "aliases", "area", "difficulty", "hours", "summary", "subtopics",
        "prerequisites", "resources",
    }  # fmt: skip


def test_show_finds_a_topic_by_what_people_call_it(roadmap):
    status, out, _ = roadmap("show", "pca")
    assert status == 0
    assert "PCA and dimensionality reduction" in out


def test_why_prints_the_chain_with_reasons(roadmap):
    _, out, _ = roadmap("why", "python", "transformers", "--json")
    found = json.loads(out)
    assert found["chain"][0] == "python-basics"
    assert found["chain"][-1] == "transformers"
    assert all(link["reason"] for link in found["links"])


def test_why_says_when_neither_needs_the_other(roadmap):
    _, out, _ = roadmap("why", "sql", "calculus")
    assert out.startswith("Neither needs the other")


def test_a_plan_goes_to_the_named_file(roadmap, assistant, tmp_path):
    path = tmp_path / "plan.md"
    status, out, _ = roadmap("plan", "--goal", "pandas", "-o", str(path))
    assert (status, out) == (0, "")
    assert path.read_text().startswith("# Learning plan: pandas\n")


def test_a_plan_that_begins_on_the_last_day_there_is_still_is_one(roadmap, assistant):
    options = ["--goal", "pandas", "--hours", "1", "--start", "9999-12-31", "--json"]
    status, out, _ = roadmap("plan", *options)
    assert status == 0
    assert json.loads(out)["plan"]["finish_date"] == "9999-12-31"


def test_check_passes_and_prints_the_counts(roadmap):
    status, out, _ = roadmap("check", "--json")
    report = json.loads(out)
    assert status == 0
    assert report["ok"]
    assert report["counts"].keys() == {
        "topics", "resources", "active_resources", "roles", "guides", "edges", "projects",
    }  # fmt: skip


def test_broken_content_ends_with_status_1_and_the_place(roadmap, tiny_content):
    topic = next((tiny_content / "topics").rglob("*.yaml"))
    topic.write_text(topic.read_text() + "\nsurprise: 1\n")
    status, out, _ = roadmap("check", str(tiny_content))
    assert status == 1
    assert f"{topic.name}:" in out
    assert "surprise" in out


def test_links_as_json_carry_the_topics_that_use_them(roadmap):
    _, out, _ = roadmap("links", "--json")
    entries = {entry["id"]: entry for entry in json.loads(out)}
    assert "nlp" in entries["hf-llm-course"]["topics"]


def test_the_index_says_how_it_is(roadmap, assistant):
    status, out, _ = roadmap("index", "status")
    assert status == 0
    assert out.startswith("The index is complete and matches the roadmap: ")
    assert "\nmodel: sentence-transformers/all-MiniLM-L6-v2\nbuilt: 20" in out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["ask"], "Give one question in quotes"),
        (["show", "qqqqqq"], "There is no topic called “qqqqqq”"),
        (["plan", "--goal", "qqqqqq"], "There is no role or topic called “qqqqqq”"),
        (["plan", "--goal", "sql", "--hours", "0"], "--hours 0 is not a number of hours"),
        (["plan", "--goal", "sql", "--by", "soon"], "--by soon is not a date"),
        (["plan", "--goal", "sql", "--by", "2020-01-01"], "is not after the start"),
        (["plan", "--goal", "sql", "--by", "2027-01-01", "--weeks", "3"], "not both"),
        (["plan", "--goal", " , "], "--goal names nothing"),
        (["plan", "--goal", "sql", "-o", "plan.txt"], "Say which --format plan.txt is to have"),
        (["ask", "--batch", "nowhere.jsonl"], "nowhere.jsonl cannot be read"),
        (["ask", "--batch", "nowhere.jsonl", "--thread", "a"], "leave out --thread"),
    ],
)
def test_wrong_usage_is_one_sentence_and_status_2(roadmap, assistant, arguments, sentence):
    status, out, err = roadmap(*arguments)
    assert status == 2
    assert out == ""
    assert sentence in err
    assert "Traceback" not in err


def test_a_setting_that_is_not_valid_names_its_variable(roadmap, monkeypatch):
    monkeypatch.setenv("ROADMAP_TODAY", "tomorrow")
    status, _, err = roadmap("next")
    assert status == 2
    assert "ROADMAP_TODAY is not valid" in err


def test_batch_answers_every_line_and_goes_on_after_bad_ones(roadmap, assistant, tmp_path):
    lines = [
        json.dumps({"id": "a", "turns": ["I know Python", "what next?"]}),
        "{not json",
        json.dumps({"id": "b"}),
        json.dumps({"id": "c", "turns": ["", "x" * 20_000]}),
    ]
    path = tmp_path / "batch.jsonl"
    path.write_text("\n".join(lines) + "\n")
    status, out, _ = roadmap("ask", "--batch", str(path))
    results = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [result["id"] for result in results] == ["a", None, "b", "c"]
    assert len(results[0]["answers"]) == 2
    assert "python-basics" in results[0]["answers"][1]["profile"]["known"]
    assert "error" in results[1]
    assert "error" in results[2]
    assert len(results[3]["answers"]) == 2


def test_every_command_has_help():
    result = CliRunner().invoke(app, ["--help"])
    for name in ("ask", "next", "plan", "topics", "show", "why", "check", "links", "import",
                 "export", "web", "index", "eval", "bench"):  # fmt: skip
        assert name in result.output


def test_listing_topics_imports_no_langchain(index_home):
    code = (
        "import sys\nsys.argv = ['roadmap', 'topics', '--json']\n"
        "from ui.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "heavy = {'langchain_core', 'langsmith', 'chromadb', 'onnxruntime', 'sqlalchemy'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    environment = {**os.environ, "ROADMAP_HOME": str(index_home)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, env=environment
    )
    assert done.stderr.strip().endswith("[]"), done.stderr
    assert len(json.loads(done.stdout)) >= 130


def test_asking_imports_no_torch_once_an_index_exists(assistant, index_home):
    code = (
        "import sys\nsys.argv = ['roadmap', 'ask', 'What is SQL?', '--json']\n"
        "from ui.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "heavy = {'torch', 'transformers', 'sentence_transformers', 'gradio', 'scipy'}\n"
        "heavy |= {'sqlalchemy', 'alembic', 'dateparser'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    environment = {**os.environ, "ROADMAP_HOME": str(index_home)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, env=environment
    )
    assert done.stderr.strip().endswith("[]"), done.stderr
    assert json.loads(done.stdout)["behaviour"] == "answer"
