import pytest

from assistant.understanding.time import bare_hours, hours_per_week


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("2 hrs a day", 14),
        ("40 minutes on the train each way Monday to Friday plus one evening", 40 * 2 * 5 / 60 + 2),
        ("10-12 hours a week", 11),
        ("12 weeks x 6 hours", 6),
        ("10 weeks, 5 hours each", 5),
        ("only weekends, 4 hours each day", 8),
        ("half an hour daily", 3.5),
        ("1 hour a day, 5 days a week", 5),
        ("5 hours each weekend day", 10),
        ("weekends: 5 hours", 5),
        ("saturday 4h, sunday 2h", 6),
        ("4 hours on Saturdays and 2 on Sundays", 6),
        ("2 hours a day on weekdays and 4 hours on weekends", 14),
        ("3 evenings a week", 6),
        ("two evenings of 90 minutes", 3),
        ("2 hours three evenings a week", 6),
        ("an hour and a half, three times a week", 4.5),
        ("every other day 1 hour", 3.5),
        ("20 hours a month", 20 * 12 / 52),
        ("30 minutes in the morning and 30 in the evening each day", 7),
        ("full time", 40),
        ("weeknights 1 hour, weekends off", 5),
        ("I work 8 hours a day but can study 1 hour a day", 7),
        ("I work full time and have 5h/week", 5),
        ("dos horas al día", 14),
        ("5 Stunden pro Woche", 5),
        ("6 horas por semana", 6),
        ("5 heures par semaine", 5),
        ("roz 2 ghante", 14),
        ("हर दिन 2 घंटे", 14),
        ("每天两小时", 14),
    ],
)
def test_hours_a_week_in_many_forms(text, hours):
    assert hours_per_week(text) == pytest.approx(hours, abs=0.01)


@pytest.mark.parametrize(
    "text",
    [
        "weekends only",
        "evenings",
        "I have a full-time job",
        "I sleep 8 hours a day",
        "the course takes 5 hours a week",
        "in 10 weeks",
        "I have 5 hours",
        "200 hours a day",
        "",
    ],
)
def test_hours_are_never_guessed(text):
    assert hours_per_week(text) is None


@pytest.mark.parametrize(
    ("text", "found"), [("make that 3 hours", (3, False)), ("2 h a day", (2, True)), ("more", None)]
)
def test_an_amount_without_period_is_told_apart_from_one_a_day(text, found):
    assert bare_hours(text) == found
