"""A real AT-SPI client reads drafts, editor and panels over the bus, and the window lives."""

from tests.ui.reading_aloud import all_of, heard, needs_a_reader
from tests.ui.reading_aloud import display as display


@needs_a_reader
def test_drafts_text_and_commands_are_read(display, tmp_path):
    nodes = [
        node
        for walk in heard(display, tmp_path, "tests.ui.desk_app", "WriterDesk")
        for node in all_of(walk)
    ]
    names = {node["name"] for node in nodes}
    assert any(name.startswith("Draft A, The harbour froze") for name in names)
    texts = [node["text"] for node in nodes if node["name"] == "Text of the draft"]
    assert any(text.startswith("The harbour froze in March.") for text in texts)
    assert {"Modes", "Drafts", "Find or do anything", "Outline", "History"} <= names
    assert any(node["role"] == "menu item" and node["name"] == "Story" for node in nodes)


@needs_a_reader
def test_the_window_lives_while_everything_changes_under_the_reader(display, tmp_path):
    walks = heard(display, tmp_path, "tests.ui.desk_app walked", "WriterDesk", 8)
    assert len(walks) == 8
    assert any(node["role"] == "list" for walk in walks for node in all_of(walk))
