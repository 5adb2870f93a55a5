"""Reads files that were broken on purpose and tells the worst of it; run as a process of its own.

An audit hook notices whatever reaches for the network, another program or a file.
"""

import io
import json
import random
import resource
import sys
import time
import zipfile

from writerdesk.exchange import Imported, read, to_docx, to_txt
from writerdesk.exchange.markdown_writer import to_md
from writerdesk.exchange.values import Note, NoteKind, document_of
from writerdesk.manuscript import Kind, Mark, Paragraph, ParagraphId, Place, scene_break
from writerdesk.problem import Problem

_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.remove", "os.rename")


def main(count, seed):
    """Read ``count`` mutants and print the slowest, the memory, and everything forbidden."""
    chance = random.Random(seed)
    sound = _sound_files()
    for name, data in sound:
        read(data, name)
    reached: list[str] = []
    sys.addaudithook(lambda event, told: _notice(reached, event, told))
    slowest, problems = 0.0, 0
    for _ in range(count):
        name, data = chance.choice(sound)
        mutant = (
            _mutated_inside(data, chance) if name == "a.docx" and chance.random() < 0.6 else None
        )
        began = time.process_time()
        problems += _is_a_problem(mutant or _mutated(data, chance), name)
        slowest = max(slowest, time.process_time() - began)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(json.dumps({"slowest": slowest, "memory": memory, "problems": problems,
                      "reached": sorted(set(reached))}))  # fmt: skip


def _is_a_problem(data, name):
    try:
        assert isinstance(read(data, name), Imported)
    except Problem as problem:
        return bool(str(problem))
    return False


def _notice(reached, event, told):
    if event.startswith(_FORBIDDEN):
        reached.append(event)
    elif event == "open" and not str(told[0]).endswith((".py", ".pyc", ".so", ".json", ".zip")):
        reached.append(f"open {told[0]}")


def _sound_files():
    text = "“It was – he said…” Ça va? *So* it went."
    document = document_of(
        [
            Paragraph("The Coast", Kind.TITLE),
            Paragraph(
                text, marks=(Mark(0, 5, "italic"), Mark(3, 9, "link", "https://example.org"))
            ),
            scene_break(),
            *(Paragraph(f"item {n}", Kind.LIST_ITEM, level=n % 3) for n in range(6)),
            *(Paragraph(text * 5) for _ in range(5)),
        ]
    )
    place = Place(ParagraphId(0, 1), 4)
    notes = [Note(kind, place, place, (Paragraph("A note."),)) for kind in NoteKind]
    return [
        ("a.docx", to_docx(document, notes).data),
        ("a.md", to_md(document).data),
        ("a.txt", to_txt(document).data),
        ("b.txt", text.encode("cp1252", "replace") * 20),
        ("c.txt", text.encode("utf-16")),
    ]


def _mutated(data, chance):
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(changed))
        way = chance.randrange(5)
        if way == 0:
            changed[at] = chance.randrange(256)
        elif way == 1:
            changed[at] ^= 1 << chance.randrange(8)
        elif way == 2:
            del changed[at : at + chance.randint(1, 40)]
        elif way == 3:
            changed[at:at] = changed[at : at + chance.randint(1, 200)] * chance.randint(1, 20)
        else:
            changed[at:at] = chance.choice(_NASTY)
        if not changed:
            return b""
    return bytes(changed)


_NASTY = [
    *(b"\0\0\0\0", b"\xff\xfe", b"<" * 300, b"&#0;", b"<!DOCTYPE x>", b"\xed\xa0\x80", b"*" * 500),
    *(
        b"[" * 300,
        b"> " * 300,
        b"\xe2\x80\xae",
        b"\r\r\r",
        b"</w:p>",
        b"<w:p>",
        b"<w:r><w:tab/></w:r>",
    ),
    *(b"99999999999", b"-1", b"w:val", b"\xf0\x9f\x91\xa9", b"`" * 300, b"_*" * 200, b"PK\x03\x04"),
]


def _mutated_inside(data, chance):
    """Mutate one part of a package and pack it again: most mutants of the whole never open."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        names = old.namelist()
        victim = chance.choice(names)
        for name in names:
            part = old.read(name)
            new.writestr(name, _mutated(part, chance) if name == victim else part)
    return out.getvalue()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
