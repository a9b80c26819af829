import datetime as dt

from assistant import Profile, Progress
from ui.standing import standings

TODAY = dt.date(2026, 3, 2)


def test_standings_follow_the_chain_of_prerequisites(tiny_base):
    # python-basics -> pandas -> ml-fundamentals -> deep-learning -> nlp;
    # ml-fundamentals needs descriptive-statistics too.
    profile = Profile(start=TODAY, known=("python-basics",), goal=("deep-learning",))
    stands = standings(tiny_base, profile, Progress())
    assert stands.of == {
        "python-basics": "known",
        "pandas": "next",
        "descriptive-statistics": "next",
        "ml-fundamentals": "planned",
        "deep-learning": "planned",
        "nlp": "locked",
    }
    assert stands.number["deep-learning"] == 4
    assert "nlp" not in stands.number


def test_without_a_goal_nothing_is_planned(tiny_base):
    stands = standings(tiny_base, Profile(start=TODAY), Progress())
    assert "planned" not in stands.of.values()


def test_an_impossible_deadline_leaves_the_map_without_a_plan(tiny_base):
    profile = Profile(start=TODAY, goal=("nlp",), deadline=TODAY)
    assert standings(tiny_base, profile, Progress()).number == {}
