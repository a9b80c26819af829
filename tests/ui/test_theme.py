from ui.theme import make_theme


def test_the_theme_asks_nobody_for_fonts_and_follows_the_style_sheet():
    theme = make_theme()
    assert theme._stylesheets == []
    assert theme.body_background_fill == "var(--paper)"
    assert theme.body_background_fill_dark == "var(--paper)"
