"""Makes the golden file of the format of today; what is released once is never made again."""

import random
import sys
from pathlib import Path

from tests.project.stories import Clock
from writerdesk.manuscript import Change, Document, Mark, Origin, Paragraph, ParagraphId
from writerdesk.project import Project

FIRST = Document(
    (ParagraphId(7, 1), ParagraphId(7, 2)),
    (Paragraph("Told “once”."), Paragraph("A heading", "heading1", more=(("newer", "x"),))),
    language="en",
    title="T",
    author="A",
)
SECOND = FIRST.splice(
    1,
    2,
    [(ParagraphId(9, 1), Paragraph("in italics", marks=(Mark(3, 10, "italic"),)))],
    origins={ParagraphId(9, 1): Origin("d0", "a-1", ParagraphId(7, 2))},
    aliases={ParagraphId(7, 2): ParagraphId(9, 1)},
)
SMALL = {"name": "N", "goal": 5, "share": 0.5, "open": True, "key": b"\0\1", "list": ("a", (1,))}


def make(path: Path) -> None:
    """Make the file."""
    drawn = random.Random(1)
    project = Project.create(path, clock=Clock(), replica=lambda: drawn.getrandbits(31))
    project.save([Change("draft", "d1", "text", None, FIRST)], why="file")
    project.save(
        [
            Change("draft", "d1", "text", FIRST, SECOND),
            *(Change("note", "n1", name, None, value) for name, value in SMALL.items()),
        ],
        why="named",
        name="Golden",
    )
    project.close()


if __name__ == "__main__":
    make(Path(sys.argv[1]))
