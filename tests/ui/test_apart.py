import pytest

from assistant import RoadmapError, Settings
from ui.apart import build_apart


@pytest.mark.slow
def test_what_stops_the_building_is_heard_as_its_sentence(tmp_path):
    (tmp_path / "knowledge" / "topics").mkdir(parents=True)
    (tmp_path / "knowledge" / "topics" / "broken.yaml").write_text("id: [", encoding="utf-8")
    settings = Settings(home=tmp_path / "home", knowledge=tmp_path / "knowledge")
    with pytest.raises(RoadmapError, match=r"broken\.yaml:2"):
        build_apart(settings, lambda progress: None)
