"""Distances, radii and heights in pixels: a grid of 4, so that everything lines up."""

IN_CONTROL = 4
# With what a field has of its own, as far in as the words of a list to choose from.
IN_FIELD = 7
BETWEEN_CONTROLS = 8
# What a link keeps free before its words, for the ring around it when it has the keys: a row of
# links begins so much further left, and its words stand under the others.
LINK_ROOM = 6
IN_CARD = 12
IN_PANEL = 16
BETWEEN_GROUPS = 24
PAGE_EDGE = 32
ABOVE_TITLE = 48

CHIP_RADIUS = 4
FIELD_RADIUS = 6
CARD_RADIUS = 8

MENU_HEIGHT = 28
TOOLBAR_HEIGHT = 48
HEAD_HEIGHT = 48
ROW_HEIGHT = 32
TALL_ROW_HEIGHT = 48
FIELD_HEIGHT = 30
STATUS_HEIGHT = 28
TARGET = 28
MARGIN_MARK = 16

LIST_WIDTH = 232
LIST_LEAST, LIST_MOST = 200, 320
RAIL_WIDTH = 56
PANEL_WIDTH = 304
PANEL_LEAST, PANEL_MOST = 264, 400
ICON_RAIL_WIDTH = 40

# Below these widths of the window the list folds to the rail of letters, then goes.
WIDTH_FOR_LIST = 1100
WIDTH_FOR_RAIL = 700
# A comparison wants the letters' room sooner: their chips are in its heads. Below the second width
# its panel lies over the text; below the others it is closed, of three columns and of four.
WIDTH_FOR_LETTERS = 1100
WIDTH_FOR_PANEL = 1280
WIDTH_FOR_THREE, WIDTH_FOR_FOUR = 1760, 2200
# Narrower than this no two texts stand beside each other.
WIDTH_FOR_TWO = 900

EDITOR_TOP = 64
# Share of the viewport that stays free below the last line, so it never sticks to the edge.
EDITOR_BOTTOM_SHARE = 0.4
