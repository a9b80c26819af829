from evals.reading import measure_reading


def test_messages_give_figures_and_intent_pairs(assistant):
    figures, pairs = measure_reading(assistant, "held-back")
    assert figures["intent accuracy"].n == len(pairs) > 50
    right = sum(understood in allowed for allowed, understood in pairs) / len(pairs)
    assert figures["intent accuracy"].value == round(right, 4)
    assert 0.5 < figures["skill F1"].value <= 1
