from assistant.understanding.cues import Cue, find_cues
from assistant.understanding.text import tokenize


def phrases(cues, text):
    tokens = tokenize(text)
    return [
        (" ".join(t.word for t in tokens[m.start : m.end]), m.values)
        for m in find_cues(tokens, [True] * len(tokens), cues)
    ]


def test_every_list_entry_is_words(cues):
    assert all(all(isinstance(word, str) and word for word in key) for key in cues.keys)


def test_the_longest_cue_is_taken(cues):
    assert phrases(cues, "never written a line of X") == [
        ("never written a line of", (Cue("unknown", "before"),))
    ]


def test_a_cue_does_not_span_a_comma(cues):
    assert [words for words, _ in phrases(cues, "a bit, of")] == ["a bit"]


def test_cues_with_i_in_front_are_known_as_well(cues):
    assert phrases(cues, "I want to learn")[0][1] == (Cue("goal", "before"),)
