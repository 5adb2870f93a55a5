"""The look: contrasts hold in every theme, icons are one family, and a change reaches everyone."""

import re
from xml.etree import ElementTree

import pytest
from PySide6.QtWidgets import QApplication

from writerdesk.resources import resources
from writerdesk.ui.look import Appearance, Look, MarkStrength, ThemeChoice, load_palettes
from writerdesk.ui.look.colours import contrast, in_high_contrast, strengthened
from writerdesk.ui.look.icons import BOX, icon, icon_names
from writerdesk.ui.look.lettering import system_lettering

THEMES = tuple(load_palettes().values())
by_theme = pytest.mark.parametrize("palette", THEMES, ids=lambda palette: palette.name)


@by_theme
def test_words_can_be_read_on_everything_they_stand_on(palette):
    grounds = [palette.desk, palette.page, palette.panel, palette.lift, palette.hover]
    marks = (palette.marks.changed, palette.marks.reworked, palette.marks.moved)
    for ground in [*grounds, palette.select, *(mark.background for mark in marks)]:
        assert contrast(palette.ink, ground) >= 8
        assert contrast(palette.soft, ground) >= 4.5
    for ground in grounds:
        assert contrast(palette.faint, ground) >= 4.5
    assert contrast(palette.on_accent, palette.accent) >= 4.5
    for words in (palette.danger, palette.warn, palette.ok, palette.accent):
        assert contrast(words, palette.page) >= 4.5


@by_theme
def test_what_means_something_can_be_seen(palette):
    assert contrast(palette.rule, palette.page) >= 3
    assert contrast(palette.focus, palette.panel) >= 3
    for mark in (palette.marks.changed, palette.marks.reworked, palette.marks.anew):
        assert contrast(mark.line, palette.page) >= 3.3
        assert contrast(mark.line, palette.lift) >= 3.3
    for draft in palette.drafts:
        assert contrast(draft, palette.panel) >= 4.5
        assert contrast(palette.on_draft, draft) >= 5.3


@by_theme
def test_high_contrast_leaves_only_black_and_white_and_lines(palette):
    stark = in_high_contrast(palette)
    assert contrast(stark.ink, stark.page) == pytest.approx(21)
    assert stark.marks.changed.background == ""
    assert stark.marks.changed.line == palette.marks.changed.line


@by_theme
def test_strong_marks_stay_readable_and_quiet_ones_have_no_ground(palette):
    strong = strengthened(palette, 1.6)
    assert contrast(palette.ink, strong.marks.changed.background) >= 6.9
    assert strengthened(palette, 0).marks.moved.background == ""


def test_every_icon_is_of_one_family():
    names = icon_names()
    assert {"overview", "write", "compare", "keep", "close", "more"} <= set(names)
    for name in names:
        drawing = ElementTree.fromstring((resources() / "icons" / f"{name}.svg").read_text())
        assert drawing.get("viewBox") == f"0 0 {BOX} {BOX}"
        assert drawing.get("stroke-width") == "1.5"
        assert drawing.get("stroke") == "currentColor"
        assert drawing.get("fill") == "none"


@pytest.mark.parametrize("name", icon_names())
def test_an_icon_takes_the_colour_of_the_theme(qapp, name):
    def colours(palette):
        image = icon(name, palette).pixmap(BOX, BOX).toImage()
        solid = [
            image.pixelColor(x, y).name()
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() > 120
        ]
        return set(solid)

    light, _, dark = THEMES
    assert colours(light)
    assert colours(light) != colours(dark)


def test_choosing_another_theme_is_announced_once(qtbot):
    look = Look(Appearance(ThemeChoice.LIGHT))
    with qtbot.waitSignal(look.changed):
        look.choose(Appearance(ThemeChoice.DARK))
    assert look.palette.dark
    with qtbot.assertNotEmitted(look.changed):
        look.choose(Appearance(ThemeChoice.DARK))


def test_less_motion_is_none(qapp):
    assert Look(Appearance(less_motion=True)).motion.level == 0
    assert Look().motion.level == 220
    assert Look(Appearance(marks=MarkStrength.QUIET)).palette.marks.changed.background == ""


def test_the_style_sheet_has_no_gap_left_and_qt_understands_it(qapp):
    look = Look()
    look.dress(qapp)
    assert re.search(r"\$\w", QApplication.instance().styleSheet()) is None
    look.choose(Appearance(ThemeChoice.SEPIA))
    assert look.palette.page in QApplication.instance().styleSheet()
    qapp.setStyleSheet("")


def test_type_is_measured_in_pixels_and_a_column_in_letters(qapp):
    lettering = system_lettering()
    assert 12 <= lettering.unit <= 16
    assert lettering.text_font().pixelSize() == 18
    narrow, wide = lettering.column_width(66, "i" * 50), lettering.column_width(66, "m" * 50)
    assert narrow < wide
    assert lettering.column_width(66) == pytest.approx(lettering.column_width(33) * 2, abs=1)
