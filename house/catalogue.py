"""Catalogues of sentences: the template for translators, their .po files, the .mo the app reads."""

import ast
import re
import struct
from collections.abc import Iterable, Mapping
from pathlib import Path

from house.sentences import Sentence

# For each sentence its translation, or one for one and one for many.
Translations = Mapping[Sentence, tuple[str, ...]]

_HEADER = "Content-Type: text/plain; charset=UTF-8\n"
_FIELD = re.compile(r'^(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)?\s*("(?:[^"\\]|\\.)*")$')
_GAP = re.compile(r"\{[^{}]*\}")
_MAGIC = 0x950412DE


def template(sentences: Mapping[Sentence, tuple[str, ...]]) -> str:
    """Return the .pot file: every sentence, where it is said, and room for a translation."""
    entries = [f'msgid ""\nmsgstr ""\n{_quoted(_HEADER)}\n']
    for sentence, places in sentences.items():
        lines = [f"#: {' '.join(places)}"]
        if "{" in sentence.text:
            lines.append("#, python-brace-format")
        if sentence.context:
            lines.append(f"msgctxt {_quoted(sentence.context)}")
        lines.append(f"msgid {_quoted(sentence.text)}")
        if sentence.plural:
            lines += [f"msgid_plural {_quoted(sentence.plural)}", 'msgstr[0] ""', 'msgstr[1] ""']
        else:
            lines.append('msgstr ""')
        entries.append("\n".join(lines) + "\n")
    return "\n".join(entries)


def read_po(path: Path) -> tuple[str, Translations]:
    """Return a translator's header and translations; what is not translated yet is left out."""
    header = _HEADER
    translations: dict[Sentence, tuple[str, ...]] = {}
    for entry in re.split(r"\n\s*\n", path.read_text("utf-8")):
        fields = _fields(entry.splitlines())
        told = tuple(value for name, value in sorted(fields.items()) if name.startswith("msgstr"))
        sentence = Sentence(
            fields.get("msgid", ""), fields.get("msgid_plural", ""), fields.get("msgctxt", "")
        )
        if sentence.text and told and all(told):
            translations[sentence] = told
        elif told and not sentence.text:
            header = told[0]
    return header, translations


def complaints(name: str, translations: Translations, known: Iterable[Sentence]) -> tuple[str, ...]:
    """Tell which translations lost a gap, and which sentences have none or are said no more."""
    known = set(known)
    found: list[str] = []
    for sentence, told in translations.items():
        gaps = set(_GAP.findall(sentence.text)) | set(_GAP.findall(sentence.plural))
        if any(set(_GAP.findall(each)) - gaps for each in told) or not gaps <= {
            gap for each in told for gap in _GAP.findall(each)
        }:
            found.append(f"{name}: the gaps differ: {sentence.text}")
    found += [f"{name}: not translated: {each.text}" for each in sorted(known - {*translations})]
    found += [f"{name}: said no more: {each.text}" for each in sorted({*translations} - known)]
    return tuple(found)


def mo(header: str, translations: Translations) -> bytes:
    """Return the file gettext reads."""
    entries = {b"": header.encode()}
    for sentence, told in translations.items():
        key = f"{sentence.context}\x04{sentence.text}" if sentence.context else sentence.text
        whole = f"{key}\0{sentence.plural}" if sentence.plural else key
        entries[whole.encode()] = "\0".join(told).encode()
    keys = sorted(entries)
    start = 28 + 16 * len(keys)
    texts = [*keys, *(entries[key] for key in keys)]
    table: list[int] = []
    for text in texts:
        table += [len(text), start]
        start += len(text) + 1
    numbers = (_MAGIC, 0, len(keys), 28, 28 + 8 * len(keys), 0, 0, *table)
    return struct.pack(f"<{len(numbers)}I", *numbers) + b"".join(text + b"\0" for text in texts)


def _fields(lines: Iterable[str]) -> Mapping[str, str]:
    fields: dict[str, str] = {}
    name = ""
    for line in lines:
        found = _FIELD.match(line.strip())
        if found:
            name = found[1] or name
            fields[name] = fields.get(name, "") + str(ast.literal_eval(found[2]))
    return fields


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
