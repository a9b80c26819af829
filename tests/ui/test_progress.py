"""Progress goes to stderr: a line a stage where nobody watches."""

from types import SimpleNamespace

from ui.progress import BuildBar, counting


def test_without_a_terminal_each_stage_is_one_line(capsys):
    with BuildBar() as report:
        for stage, done in (("Reading", 0), ("Reading", 5), ("Writing", 0)):
            report(SimpleNamespace(stage=stage, done=done, total=5, seconds_left=None))
    captured = capsys.readouterr()
    assert captured.err == "Reading …\nWriting …\n"
    assert captured.out == ""


def test_a_count_leaves_stdout_clean(capsys):
    with counting("Asking") as report:
        report(1, 2)
        report(2, 2)
    assert capsys.readouterr().out == ""
