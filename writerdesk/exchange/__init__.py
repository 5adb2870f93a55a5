"""Other people's files: readers in, writers out. `read_file` and `write_whole` touch the disk."""

from typing import TYPE_CHECKING

from writerdesk.late import late

if TYPE_CHECKING:
    from writerdesk.exchange.docx.writer import to_docx
    from writerdesk.exchange.kinds import READABLE
    from writerdesk.exchange.looks import Look, look, look_names
    from writerdesk.exchange.pictures import read_picture
    from writerdesk.exchange.reading import read, read_file, read_pasted_text
    from writerdesk.exchange.text_writer import TextForm, to_txt
    from writerdesk.exchange.values import (
        Done,
        DoneKind,
        Exported,
        Imported,
        LeftOut,
        LeftOutKind,
        Note,
        NoteKind,
        Ours,
        SetAside,
        SetAsideKind,
        Wishes,
    )
    from writerdesk.exchange.writing import safe_name, write_whole

__all__ = [
    "READABLE",
    "Done",
    "DoneKind",
    "Exported",
    "Imported",
    "LeftOut",
    "LeftOutKind",
    "Look",
    "Note",
    "NoteKind",
    "Ours",
    "SetAside",
    "SetAsideKind",
    "TextForm",
    "Wishes",
    "look",
    "look_names",
    "read",
    "read_file",
    "read_pasted_text",
    "read_picture",
    "safe_name",
    "to_docx",
    "to_txt",
    "write_whole",
]

__getattr__ = late(
    __name__,
    {
        "to_docx": "docx.writer",
        "READABLE": "kinds",
        "Look": "looks",
        "look": "looks",
        "look_names": "looks",
        "read_picture": "pictures",
        "read": "reading",
        "read_file": "reading",
        "read_pasted_text": "reading",
        "TextForm": "text_writer",
        "to_txt": "text_writer",
        "Done": "values",
        "DoneKind": "values",
        "Exported": "values",
        "Imported": "values",
        "LeftOut": "values",
        "LeftOutKind": "values",
        "Note": "values",
        "NoteKind": "values",
        "Ours": "values",
        "SetAside": "values",
        "SetAsideKind": "values",
        "Wishes": "values",
        "safe_name": "writing",
        "write_whole": "writing",
    },
)
