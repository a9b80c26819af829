def test_what_is_known_implies_its_prerequisites_as_assumed(understand, base):
    profile = understand("I know pandas").profile
    assert profile.known == ("pandas",)
    assert set(profile.assumed_known) == base.graph.ancestors(["pandas"])


def test_the_four_lists_stay_disjoint(understand):
    message = "I know deep learning, a bit of pandas, never touched linear algebra, did python"
    profile = understand(message).profile
    lists = [profile.known, profile.partly_known, profile.assumed_known, profile.unknown]
    names = [name for topics in lists for name in topics]
    assert len(names) == len(set(names))


def test_what_is_denied_is_assumed_no_more_and_bars_what_rests_on_it(understand, base):
    profile = understand("I'm a physicist but I don't know linear algebra").profile
    assert profile.unknown == ("linear-algebra",)
    assert not set(profile.assumed_known) & base.graph.descendants(["linear-algebra"])


def test_the_latest_statement_wins(understand, after):
    profile = understand("I don't know pandas after all", after("I know pandas")).profile
    assert (profile.known, profile.unknown) == ((), ("pandas",))


def test_one_concept_makes_a_topic_partly_known_and_three_make_it_known(understand):
    assert understand("I know overfitting").profile.partly_known == ("ml-fundamentals",)
    three = understand("I know list comprehensions, for loops and f-strings").profile
    assert three.known == ("python-basics",)


def test_a_concept_denied_inside_a_known_topic_leaves_it_partly_known(understand):
    profile = understand("I know SQL but not common table expressions with WITH").profile
    assert "sql" in profile.known or "sql" in profile.partly_known


def test_a_little_knowledge_implies_only_easier_things(understand, base):
    profile = understand("I know a bit of machine learning").profile
    assert profile.partly_known == ("ml-fundamentals",)
    hardest = max(base.topics[name].difficulty for name in profile.assumed_known)
    assert hardest < base.topics["ml-fundamentals"].difficulty


def test_a_course_and_a_job_are_assumed_and_not_stated(understand):
    profile = understand("I did the ML specialization and work as a DevOps engineer").profile
    assert profile.known == ()
    assert {"ml-fundamentals", "docker"} <= set(profile.assumed_known)


def test_skills_without_topic_are_kept_by_name(understand):
    skills = understand(
        "I know Java, Excel and MATLAB, and studied linguistics"
    ).profile.other_skills
    assert skills == ("Java", "Excel", "MATLAB", "Linguistics")


def test_a_skill_that_is_asked_about_is_not_a_skill_one_has(understand):
    assert understand("how do I learn MATLAB?").profile.other_skills == ()


def test_hated_topics_are_unknown_and_no_goal(understand):
    profile = understand("I hate statistics").profile
    assert profile.unknown == ("statistical-inference",)
    assert profile.goal == ()


def test_a_strange_capitalised_word_after_a_claim_is_a_skill(understand):
    assert understand("I know Zig and Vala, what next?").profile.other_skills == ("Zig", "Vala")
    assert understand("what is Zig?").profile.other_skills == ()
