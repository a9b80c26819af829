import datetime as dt

from assistant.profile import Pause


def test_a_bare_list_before_what_next_is_known(understand):
    assert understand("numpy, pandas. What next?").profile.known == ("numpy", "pandas")


def test_what_comes_before_next_counts_as_known_only_when_one_asks_for_the_next(understand):
    assert understand("what should I learn after pandas?").profile.known == ("pandas",)
    assert understand("why after pandas?").profile.known == ()


def test_the_topics_of_a_plan_become_the_goal(understand):
    assert understand("exam in statistics in 40 days, make a plan").profile.goal == (
        "statistical-inference",
    )


def test_time_is_kept_from_turn_to_turn_and_corrected(understand, after):
    conversation = after("plan for NLP, 10 hours a week, no time in December")
    profile = understand("actually make that 3 hours", conversation).profile
    assert profile.hours_per_week == 3
    december = Pause(from_=dt.date(2026, 12, 1), to=dt.date(2026, 12, 31))
    assert profile.pauses == (december,)


def test_a_correction_to_hours_a_day_is_counted_a_week(understand, after):
    conversation = after("plan for NLP, 10 hours a week")
    assert understand("make that 1 hour a day", conversation).profile.hours_per_week == 7


def test_a_deadline_before_the_start_is_not_believed(understand):
    assert understand("plan for SQL by 1 January, starting in March").profile.deadline is None


def test_off_topic_messages_leave_the_profile_alone(understand, after):
    conversation = after("I know pandas")
    assert understand("how to lose 10 kg in a month", conversation).changed == ()


def test_progress_notes_what_is_done_skipped_and_slow(understand, after):
    conversation = after("plan for NLP", recommended=("numpy", "pandas"))
    today = dt.date(2026, 11, 22)
    assert understand("I finished numpy", conversation).progress.done == {"numpy": today}
    assert understand("please skip docker", conversation).progress.skipped == ("docker",)
    assert understand("that took twice as long", conversation).progress.pace == 2.0


def test_changed_names_the_fields_that_the_message_changed(understand, after):
    conversation = after("I know pandas")
    assert understand("I have 5 hours a week", conversation).changed == ("hours_per_week",)
