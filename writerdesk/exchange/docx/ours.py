"""What a Word file of ours says of itself: which version of which draft of which story it is.

Other programs keep the properties they don't know, so a file that comes back is known again.
"""

import re
from collections.abc import Iterable
from dataclasses import fields
from xml.etree.ElementTree import Element
from xml.sax.saxutils import quoteattr

from writerdesk.exchange.packages import local
from writerdesk.exchange.values import Ours

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
# The set of properties a user may define; every program knows it by this number.
_USERS_OWN = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
# The first number such a property may have: 0 and 1 are the set's own.
_FIRST = 2
_NAMES = {each.name: f"WriterDesk {each.name}" for each in fields(Ours)}
# What our ids are made of; a file may come from anybody.
_ID = re.compile(r"[0-9A-Za-z-]{1,64}")


def custom_properties(ours: Ours) -> str:
    """Write ``docProps/custom.xml``."""
    told = "".join(
        f'<property fmtid="{_USERS_OWN}" pid="{number}" name={quoteattr(name)}>'
        f"<vt:lpwstr>{getattr(ours, field)}</vt:lpwstr></property>"
        for number, (field, name) in enumerate(_NAMES.items(), _FIRST)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
        f"{told}</Properties>"
    )


def ours_in(properties: Iterable[Element]) -> Ours | None:
    """Return what a file's own properties say it is; None if it is no file of ours."""
    said = {
        one.get("name", ""): "".join(one.itertext()).strip()
        for one in properties
        if local(one) == "property"
    }
    ids = [said.get(name, "") for name in _NAMES.values()]
    return Ours(*ids) if all(map(_ID.fullmatch, ids)) else None
