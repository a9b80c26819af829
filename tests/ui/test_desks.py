import pytest

from assistant import Settings, UsageError
from ui.desks import Desks


class Place:
    """A desk that remembers only under which settings it was opened."""

    def __init__(self, settings, report):
        self.settings = settings
        self.closed = False

    def close(self):
        self.closed = True


@pytest.fixture
def desks(tmp_path):
    return Desks(Settings(home=tmp_path), Place)


def test_everybody_without_a_roadmap_of_their_own_shares_one_desk(desks):
    assert desks.of("ada") is desks.of("eve")
    assert desks.of("ada").settings.knowledge is None
    assert list(desks.words()) == []


def test_a_file_with_nothing_in_it_changes_nothing(desks, tmp_path):
    path = tmp_path / "nothing.md"
    path.write_text("# Licence\n", encoding="utf-8")
    with pytest.raises(UsageError, match="Nothing in that file"):
        list(desks.bring("ada", path))
    assert not desks.has_own("ada")
    assert desks.of("ada") is desks.of("eve")


def test_a_roadmap_is_one_persons_survives_a_restart_and_is_put_away(desks, tmp_path):
    path = tmp_path / "mine.md"
    path.write_text(
        "| Topic | Resources |\n|-|-|\n| Beekeeping data | [Leaflet](https://leafletjs.com/) |\n",
        encoding="utf-8",
    )
    words = list(desks.bring("ada", path))
    assert "1 topics" in words[-1]
    assert desks.of("ada").settings.knowledge is not None
    assert desks.of("eve").settings.knowledge is None
    again = Desks(Settings(home=tmp_path), Place)
    assert again.of("ada").settings.knowledge == desks.of("ada").settings.knowledge
    own = desks.of("ada")
    desks.leave("ada")
    assert own.closed
    assert desks.of("ada").settings.knowledge is None
