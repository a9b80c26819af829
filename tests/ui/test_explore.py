from ui.explore import find_resources, find_topics


def test_filters_are_all_kept(base):
    found = find_resources(base, {"cost": "free", "certificate": "free", "format": "interactive"})
    assert found
    for resource in found:
        assert resource.cost == "free"
        assert resource.certificate == "free"
        assert "interactive" in resource.formats


def test_words_match_titles_providers_and_topics_in_any_case(base):
    found = {resource.id for resource in find_resources(base, {"words": "FAST.AI deep"})}
    assert "fastai-practical-deep-learning" in found or any("fast" in name for name in found)
    assert len(found) < len(base.resources)


def test_an_area_holds_the_resources_of_its_topics(base):
    for resource in find_resources(base, {"area": "nlp"}):
        areas = {base.topics[name].area for name in base.topics_of_resource[resource.id]}
        assert "nlp" in areas


def test_nothing_chosen_is_everything(base):
    assert len(find_resources(base, {})) == len(base.resources)
    assert len(find_topics(base, {})) == len(base.topics)


def test_topics_are_found_by_alias_and_subtopic(base):
    assert "nlp" in {topic.id for topic in find_topics(base, {"words": "nlp"})}
    assert {t.difficulty for t in find_topics(base, {"difficulty": "5"})} == {5}
