import pytest


@pytest.mark.parametrize(
    ("message", "goal"),
    [
        ("I want to become a data analyst", ("data-analyst",)),
        ("I want to learn SQL to become a data analyst", ("sql", "data-analyst")),
        ("path to NLP please", ("nlp",)),
        ("how do I get to deep learning?", ("deep-learning",)),
        ("is PyTorch worth it?", ()),
        ("free resources for NLP", ()),
        ("Explain PCA", ()),
        ("what do I need to learn NLP?", ()),
        ("I don't want to do deep learning", ()),
        ("Can I become a data scientist in six months?", ("data-scientist",)),
    ],
)
def test_a_name_is_a_goal_only_where_it_is_wanted(understand, message, goal):
    assert understand(message).profile.goal == goal


def test_a_new_goal_replaces_the_old_one(understand, after):
    conversation = after("I want to learn NLP")
    assert understand("no, I want computer vision", conversation).profile.goal == (
        "computer-vision",
    )


def test_a_further_goal_is_added(understand, after):
    conversation = after("I want to learn NLP")
    goal = understand("I also want to learn docker", conversation).profile.goal
    assert goal == ("nlp", "docker")


def test_a_goal_that_is_now_hated_is_dropped(understand, after):
    conversation = after("I want to learn NLP and docker")
    assert understand("actually I hate NLP", conversation).profile.goal == ("docker",)
