import re

from evals.plots import bars, histogram, ratio_bars
from evals.report import Figure


def test_a_bar_is_as_long_as_its_share():
    half = Figure(value=0.5, low=0.25, high=0.75, n=4)
    # The chart is 470 wide and starts at 190.
    svg = bars({"passed": half}, "Scores")
    assert 'width="235.0"' in svg
    assert 'x1="307.5" x2="542.5"' in svg


def test_the_tallest_bin_of_a_histogram_fills_the_height():
    svg = histogram([1.0, 1.0, 1.0, 21.0], "Times", "ms")
    heights = [float(found) for found in re.findall(r' height="([\d.]+)">', svg)]
    assert (max(heights), sum(height > 0 for height in heights)) == (100, 2)


def test_two_bars_share_the_scale_of_the_larger():
    svg = ratio_bars([("cold", 1.0, 4.0)], "Ours and theirs")
    assert 'class="bar" x="190" y="4" width="117.5"' in svg
    assert 'class="other" x="190" y="22" width="470.0"' in svg


def test_names_are_escaped():
    assert "<b>" not in ratio_bars([("<b>", 1.0, 1.0)], "t")
