"""Check that everything answered is remembered, for the right person, and can be forgotten."""

from __future__ import annotations

import datetime as dt
import json
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from assistant.conversation import KEPT_TURNS, Conversation
from assistant.memory import Memory
from assistant.profile import Profile, Progress
from knowledge import UsageError

TODAY = dt.date(2026, 11, 22)
REPOSITORY = Path(__file__).parents[3]


def knows(*topics: str, **fields) -> Profile:
    return Profile(start=TODAY, known=topics, **fields)


def test_recorded_turn_comes_back_equal(memory, make_turn, new):
    profile = knows(
        "pandas",
        goal=("nlp",),
        hours_per_week=6,
        deadline=TODAY + dt.timedelta(weeks=10),
        pauses=({"from": TODAY, "to": TODAY},),
    )
    turn = make_turn("I know pandas. What next?", profile=profile, topics=("nlp",))
    assert memory.record("ada", "first", turn, new) == 1
    conversation = memory.conversation("ada", "first")
    assert conversation.turns == (turn,)
    assert conversation.profile == profile


def test_second_turn_gets_the_next_position(memory, make_turn, new):
    memory.record("ada", "first", make_turn("one"), new)
    assert memory.record("ada", "first", make_turn("two"), new) == 2
    assert [entry.turn.question for entry in memory.turns("ada", "first")] == ["one", "two"]


def test_conversation_holds_the_last_turns_only(memory, make_turn, new):
    for number in range(KEPT_TURNS + 3):
        memory.record("ada", "long", make_turn(f"question {number}"), new)
    kept = memory.conversation("ada", "long").turns
    assert [turn.question for turn in kept] == [f"question {n}" for n in range(3, KEPT_TURNS + 3)]


def test_profile_reaches_a_new_thread_of_the_same_person(memory, make_turn, new):
    memory.record("ada", "first", make_turn("I know pandas", profile=knows("pandas")), new)
    conversation = memory.conversation("ada", "second")
    assert conversation.profile.known == ("pandas",)
    assert conversation.turns == ()


def test_nobody_sees_what_another_said(memory, make_turn, new):
    turn = make_turn("I know pandas", profile=knows("pandas"), text="A secret answer.")
    memory.record("ada", "shared", turn, new)
    memory.record("bob", "shared", make_turn("Hello"), new)
    assert memory.conversation("bob", "shared").profile.known == ()
    assert [entry.turn.question for entry in memory.turns("bob", "shared")] == ["Hello"]
    assert [thread.title for thread in memory.threads("bob")] == ["Hello"]
    assert memory.threads("bob", "secret") == []
    assert "secret" not in json.dumps(memory.export_person("bob"))


def test_nobody_changes_what_another_said(memory, make_turn, new):
    memory.record("ada", "shared", make_turn("Hers"), new)
    with pytest.raises(UsageError, match="no conversation"):
        memory.rename_thread("bob", "shared", "Mine")
    with pytest.raises(UsageError, match="no answer 1"):
        memory.rate("bob", "shared", 1, "down")
    memory.delete_thread("bob", "shared")
    memory.delete_person("bob")
    assert [thread.title for thread in memory.threads("ada")] == ["Hers"]
    assert memory.turns("ada", "shared")[0].thumbs is None


def test_threads_are_listed_latest_first(memory, make_turn, new):
    for thread in ("a", "b", "a"):
        memory.record("ada", thread, make_turn(f"in {thread}"), new)
        time.sleep(0.002)
    assert [thread.id for thread in memory.threads("ada")] == ["a", "b"]


@pytest.mark.parametrize("words", ["EIGENVALUES", "first message", "100%"])
def test_search_finds_words_of_title_question_and_answer(memory, make_turn, new, words):
    memory.record("ada", "a", make_turn("Why eigenvalues?", text="100% of PCA."), new)
    memory.rename_thread("ada", "a", "My first message")
    memory.record("ada", "b", make_turn("Something else", text="1000 hours"), new)
    assert [thread.id for thread in memory.threads("ada", words)] == ["a"]


def test_long_question_gives_a_short_title(memory, make_turn, new):
    memory.record("ada", "a", make_turn("word " * 4000), new)
    title = memory.threads("ada")[0].title
    assert title == "word " * 11 + "word…"


def test_deleted_thread_takes_its_turns_along(memory, make_turn, new):
    memory.record("ada", "a", make_turn("one"), new)
    memory.delete_thread("ada", "a")
    assert memory.threads("ada") == []
    assert memory.record("ada", "a", make_turn("again"), new) == 1


def test_verdict_on_an_answer_is_kept_and_taken_back(memory, make_turn, new):
    memory.record("ada", "a", make_turn("one"), new)
    memory.rate("ada", "a", 1, "down", "too long")
    entry = memory.turns("ada", "a")[0]
    assert (entry.thumbs, entry.reason) == ("down", "too long")
    memory.rate("ada", "a", 1, None)
    entry = memory.turns("ada", "a")[0]
    assert (entry.thumbs, entry.reason) == (None, None)


def test_characters_that_databases_refuse_do_not_lose_the_turn(memory, make_turn, new):
    memory.record("ada", "a", make_turn("null \0 and half a pair \ud83d"), new)
    assert memory.turns("ada", "a")[0].turn.question == "null  and half a pair ?"


def test_start_that_has_passed_becomes_today(memory, make_turn, new):
    past = Profile(start=dt.date(2026, 11, 1))
    memory.save_learner("ada", past, Progress())
    assert memory.conversation("ada", "a").profile.start == TODAY


def test_messages_at_the_same_time_both_count(memory, make_turn, new):
    memory.record("ada", "a", make_turn("I know pandas", profile=knows("pandas")), new)
    memory.record("ada", "b", make_turn("I know Python", profile=knows("python-basics")), new)
    assert set(memory.learner("ada").profile.known) == {"pandas", "python-basics"}


def test_export_comes_back_with_another_person(memory, make_turn, new):
    turn = make_turn("I know pandas", profile=knows("pandas", goal=("nlp",)))
    memory.record("ada", "a", turn, new)
    memory.rate("ada", "a", 1, "up", "good")
    memory.save_learner("ada", turn.understanding.profile, Progress(done={"pandas": TODAY}))
    export = json.loads(json.dumps(memory.export_person("ada")))
    memory.import_person("bob", export)
    assert memory.export_person("bob") == export
    assert memory.conversation("bob", "a") == memory.conversation("ada", "a")


def test_import_replaces_threads_of_the_same_id_and_keeps_others(memory, make_turn, new):
    memory.record("ada", "a", make_turn("old"), new)
    export = memory.export_person("ada")
    memory.record("ada", "a", make_turn("newer"), new)
    memory.record("ada", "b", make_turn("other"), new)
    memory.import_person("ada", export)
    assert [entry.turn.question for entry in memory.turns("ada", "a")] == ["old"]
    assert {thread.id for thread in memory.threads("ada")} == {"a", "b"}


@pytest.mark.parametrize(
    "broken",
    [None, [], {"format": "other"}, {"threads": [{"id": ""}]}, {"profile": {"start": "soon"}}],
)
def test_what_is_no_export_is_refused_in_one_sentence(memory, broken):
    with pytest.raises(UsageError, match="Nothing was changed"):
        memory.import_person("ada", broken)
    assert memory.export_person("ada")["threads"] == []


def test_export_with_an_unreadable_answer_changes_nothing(memory, make_turn, new):
    memory.record("ada", "a", make_turn("one"), new)
    export = memory.export_person("ada")
    export["threads"][0]["turns"][0]["answer"]["behaviour"] = "shout"
    with pytest.raises(UsageError, match="behaviour"):
        memory.import_person("bob", export)
    assert memory.threads("bob") == []


def test_deleted_person_is_a_new_person(memory, make_turn, new):
    memory.record("ada", "a", make_turn("I know pandas", profile=knows("pandas")), new)
    memory.delete_person("ada")
    assert memory.conversation("ada", "a") == new
    assert memory.export_person("ada") == {
        "format": "roadmap-person-1",
        "profile": None,
        "progress": None,
        "threads": [],
    }


def test_deleted_words_are_no_longer_in_the_file(settings, tiny_base, make_turn, new):
    memory = Memory.open(settings, tiny_base)
    memory.record("ada", "a", make_turn("my grandmother's maiden name"), new)
    memory.delete_person("ada")
    stored = b"".join(path.read_bytes() for path in settings.home.iterdir())
    memory.close()
    assert b"CREATE TABLE persons" in stored
    assert b"grandmother" not in stored


def test_two_hundred_turns_load_as_fast_as_twelve(settings, tiny_base, make_turn, new):
    memory = Memory.open(settings, tiny_base)
    for thread, count in (("short", KEPT_TURNS), ("long", 200)):
        for number in range(count):
            memory.record("ada", thread, make_turn(f"question {number}"), new)

    def fastest(thread: str) -> float:
        times = []
        for _ in range(15):
            start = time.perf_counter()
            memory.conversation("ada", thread)
            times.append(time.perf_counter() - start)
        return min(times)

    short, long = fastest("short"), fastest("long")
    memory.close()
    assert long < 1.5 * short


def test_many_threads_at_once_lose_nothing(memory, make_turn, new):
    failures: list[BaseException] = []

    def talk(worker: int) -> None:
        try:
            for number in range(6):
                before = memory.conversation("ada", f"own {worker}")
                turn = make_turn(f"{worker}/{number}")
                memory.record("ada", f"own {worker}", turn, before)
                memory.record("ada", "shared", turn, before)
        except BaseException as failure:  # noqa: BLE001 - it is shown by the assertion below
            failures.append(failure)

    workers = [threading.Thread(target=talk, args=(number,)) for number in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert failures == []
    shared = memory.turns("ada", "shared")
    assert [entry.position for entry in shared] == list(range(1, 49))
    assert {entry.turn.question for entry in shared} == {
        f"{w}/{n}" for w in range(8) for n in range(6)
    }
    assert len(memory.turns("ada", "own 3")) == 6


_WRITER = """
import sys
from pathlib import Path
from assistant.answer import Answer
from assistant.conversation import Conversation, Turn
from assistant.memory import Memory
from assistant.settings import Settings
from assistant.understanding.result import Understanding
from knowledge import load_knowledge
import datetime as dt

memory = Memory.open(Settings(home=Path(sys.argv[1])), load_knowledge(Path(sys.argv[2])))
new = Conversation.new(dt.date(2026, 11, 22))
for number in range(100_000):
    question = f"question {number} " + "x" * 5000
    answer = Answer(
        question=question, behaviour="answer", intent="next", answer="a", profile=new.profile
    )
    turn = Turn(question, Understanding(question, "next", new.profile, new.progress), answer)
    print(memory.record("ada", "a", turn, new), flush=True)
"""


@pytest.mark.slow
@pytest.mark.parametrize("moment", [0.05, 0.21])
def test_killed_program_loses_no_answered_turn(tmp_path, tiny_base, settings, moment):
    content = REPOSITORY / "tests" / "data" / "knowledge"
    command = [sys.executable, "-c", _WRITER, str(tmp_path), str(content)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=REPOSITORY) as program:
        first = program.stdout.readline()
        time.sleep(moment)
        program.send_signal(signal.SIGKILL)
        answered = [int(line) for line in [first, *program.stdout]]
    memory = Memory.open(settings, tiny_base)
    kept = [entry.position for entry in memory.turns("ada", "a")]
    memory.close()
    assert len(answered) > 2
    # The last one may have been stored and not yet been announced.
    assert kept in (answered, [*answered, len(answered) + 1])


def test_restart_remembers(any_settings, tiny_base, make_turn, new):
    first = Memory.open(any_settings, tiny_base)
    turn = make_turn("I know pandas", profile=knows("pandas"))
    first.record("ada", "a", turn, new)
    first.close()
    second = Memory.open(any_settings, tiny_base)
    assert second.conversation("ada", "a") == Conversation(knows("pandas"), Progress(), (turn,))
    second.close()
