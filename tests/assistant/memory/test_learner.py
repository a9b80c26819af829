"""Check how a stored profile follows messages and the knowledge base."""

from __future__ import annotations

import dataclasses
import datetime as dt

from assistant.memory import Memory
from assistant.memory.identifiers import CurrentIds
from assistant.memory.learner import current_learner, merged_profile, merged_progress
from assistant.profile import Profile, Progress

TODAY = dt.date(2026, 11, 22)


def profile(**fields) -> Profile:
    return Profile(start=TODAY, **fields)


def test_removed_topics_are_set_aside_and_shown(tiny_base):
    stored = profile(known=("pandas", "cobol"), goal=("fortran-developer", "nlp"))
    learner = current_learner(stored, Progress(done={"cobol": TODAY}), CurrentIds(tiny_base), TODAY)
    assert learner.profile == profile(known=("pandas",), goal=("nlp",))
    assert learner.progress.done == {}
    assert learner.removed == {
        "known": ("cobol",),
        "goal": ("fortran-developer",),
        "done": ("cobol",),
    }


def test_removed_topics_survive_later_messages_and_return(settings, tiny_base, make_turn):
    smaller = dataclasses.replace(
        tiny_base, topics={name: t for name, t in tiny_base.topics.items() if name != "nlp"}
    )
    memory = Memory.open(settings, tiny_base)
    memory.save_learner("ada", profile(known=("nlp", "pandas")), Progress())
    memory.close()
    without = Memory.open(settings, smaller)
    before = without.conversation("ada", "a")
    turn = make_turn("I forgot pandas, I know Python", profile=profile(known=("python-basics",)))
    without.record("ada", "a", turn, before)
    assert without.learner("ada").profile.known == ("python-basics",)
    assert without.learner("ada").removed == {"known": ("nlp",)}
    without.close()
    again = Memory.open(settings, tiny_base)
    assert set(again.learner("ada").profile.known) == {"nlp", "python-basics"}
    again.close()


def test_renamed_topics_can_be_unlearnt_under_the_new_name(settings, tiny_base, make_turn):
    memory = Memory.open(settings, tiny_base)
    memory.save_learner("ada", profile(known=("pandas",)), Progress(done={"pandas": TODAY}))
    memory.close()
    topics = dict(tiny_base.topics)
    pandas = topics.pop("pandas")
    topics["dataframes"] = pandas.model_copy(update={"id": "dataframes", "aliases": ("pandas",)})
    memory = Memory.open(settings, dataclasses.replace(tiny_base, topics=topics))
    before = memory.conversation("ada", "a")
    assert before.profile.known == ("dataframes",)
    assert before.progress.done == {"dataframes": TODAY}
    memory.record("ada", "a", make_turn("I do not know dataframes", profile=profile()), before)
    assert memory.learner("ada").profile.known == ()
    memory.close()


def test_only_what_a_message_changed_is_written():
    before = profile(known=("pandas",), goal=("nlp",))
    stored = profile(known=("pandas", "sql"), goal=("nlp",), hours_per_week=6)
    after = profile(known=("pandas",), goal=("data-analyst", "nlp"), deadline=TODAY)
    assert merged_profile(stored, before, after) == profile(
        known=("pandas", "sql"), goal=("data-analyst", "nlp"), hours_per_week=6, deadline=TODAY
    )


def test_topic_stays_where_somebody_stated_it_meanwhile():
    before = profile(assumed_known=("statistics",))
    stored = profile(known=("statistics",))
    after = profile(assumed_known=("statistics",), goal=("nlp",))
    assert merged_profile(stored, before, after).known == ("statistics",)


def test_latest_message_decides_in_which_list_a_topic_stands():
    before = profile(known=("pandas",))
    after = profile(unknown=("pandas",))
    merged = merged_profile(before, before, after)
    assert (merged.known, merged.unknown) == ((), ("pandas",))


def test_statement_beats_what_was_assumed_at_the_same_time():
    before = profile()
    stored = profile(known=("pandas",))
    after = profile(assumed_known=("python-basics", "pandas"), known=("nlp",))
    merged = merged_profile(stored, before, after)
    listed = [*merged.known, *merged.assumed_known]
    assert len(listed) == len(set(listed)) == 3


def test_topics_finished_at_the_same_time_are_both_done():
    stored = Progress(done={"pandas": TODAY}, pace=2.0)
    after = Progress(done={"sql": TODAY}, skipped=("nlp",))
    assert merged_progress(stored, Progress(), after) == Progress(
        done={"pandas": TODAY, "sql": TODAY}, skipped=("nlp",), pace=2.0
    )
