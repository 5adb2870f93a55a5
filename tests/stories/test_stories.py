"""Each folder here is one comparison, drawn in ``expected.txt`` for human eyes.

``pytest tests/stories --accept`` draws anew what has changed; look at the difference before you
commit it. The sample story's folders have no texts of their own.
"""

from pathlib import Path

import pytest

from tests.stories.drawing import drawn
from writerdesk.compare import NOTHING_OVERLOOKED, compare
from writerdesk.exchange.plain_text import text_in
from writerdesk.exchange.values import Wishes
from writerdesk.manuscript import Document
from writerdesk.story.sample import sample_drafts

HERE = Path(__file__).parent
STORIES = sorted(folder.parent.name for folder in HERE.glob("*/about.txt"))


def texts(story: str) -> tuple[Document, Document]:
    """Return the two drafts of a story."""
    if story.startswith("sample-"):
        drafts = [imported.documents[0] for _, imported in sample_drafts()]
        left, right = (int(number) - 1 for number in story.split("-")[1:])
        return drafts[left], drafts[right]
    left, right = (
        text_in((HERE / story / f"{side}.txt").read_text("utf-8"), Wishes()).documents[0]
        for side in ("left", "right")
    )
    return left, right


@pytest.mark.parametrize("story", STORIES)
def test_a_story_is_compared_as_drawn(story: str, request: pytest.FixtureRequest):
    expected = HERE / story / "expected.txt"
    found = drawn(compare(*texts(story), settings=NOTHING_OVERLOOKED))
    if request.config.getoption("--accept"):
        expected.write_text(found, "utf-8", newline="\n")
    assert found == expected.read_text("utf-8")


def test_every_story_says_what_it_is_about():
    assert len(STORIES) >= 26
    for story in STORIES:
        assert (HERE / story / "about.txt").read_text("utf-8").strip().endswith(".")
