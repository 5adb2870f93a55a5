"""A real AT-SPI client, in a process of its own, reads the pane over the bus."""

from tests.ui.pane.two_tellings import LEFT, RIGHT
from tests.ui.reading_aloud import all_of, heard, needs_a_reader
from tests.ui.reading_aloud import display as display


@needs_a_reader
def test_a_screen_reader_reads_both_texts_every_mark_and_the_window_lives(display, tmp_path):
    for walk in heard(display, tmp_path, "tests.ui.pane.read_aloud_app", "read aloud"):
        _assert_all_is_told(walk)


def _assert_all_is_told(window):
    lists = [node for node in all_of(window) if node["role"] == "list" and _paragraphs(node)]
    by_name = {node["name"]: _paragraphs(node) for node in lists}
    assert {"Column D: The same again", "Column E: And once more"} <= by_name.keys()
    kept, taken = by_name["Column D: The same again"][:2]
    assert "Keep. Starred." in kept["description"]
    assert "Taken from A." in taken["description"]
    left = by_name["Column A: The ferry came in late"]
    right = by_name["Column C: I came with the last ferry"]
    assert [node["name"] for node in left] == list(LEFT)
    assert [node["name"] for node in right] == list(RIGHT)
    assert left[0]["description"].startswith("Beat 1 of 6, in both. Passage 1 of A.")
    assert "only in A" in left[1]["description"]
    assert "Before this, A: 1 passage more" in right[1]["description"]
    assert "Both say: “The cage was empty”." in left[2]["description"]
    assert "Both say: “The cage was empty”." in right[1]["description"]


def _paragraphs(node):
    return [child for child in node["children"] if child["role"] == "paragraph"]
