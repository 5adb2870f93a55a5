"""``python -m house WHAT``: the programs behind the Makefile's words."""

import sys
from collections.abc import Callable
from pathlib import Path

from house import architecture, catalogue, commands, documents, screenshots
from house.sentences import find_sentences

ROOT = Path(__file__).resolve().parent.parent


def check_documents() -> tuple[str, ...]:
    """Complain of what the documents get wrong."""
    return documents.complaints(ROOT)


def write_architecture() -> tuple[str, ...]:
    """Write the list of modules in ARCHITECTURE.md anew."""
    architecture.write(ROOT)
    return ()


def write_commands() -> tuple[str, ...]:
    """Write the table of commands in docs/command-line.md anew."""
    commands.write(ROOT)
    return ()


def collect_words() -> tuple[str, ...]:
    """Write the template for translators anew, check what they wrote, make it readable."""
    locale = ROOT / "resources" / "locale"
    locale.mkdir(exist_ok=True)
    found = find_sentences(ROOT)
    (locale / "writerdesk.pot").write_text(catalogue.template(found.sentences), "utf-8")
    print(f"{len(found.sentences)} sentences")
    complaints = list(found.complaints)
    for path in sorted(locale.glob("*/LC_MESSAGES/writerdesk.po")):
        header, translations = catalogue.read_po(path)
        path.with_suffix(".mo").write_bytes(catalogue.mo(header, translations))
        language = path.parent.parent.name
        print(f"{language}: {len(translations)} translated")
        complaints += catalogue.complaints(language, translations, found.sentences)
    return tuple(complaints)


def draw_screenshots() -> tuple[str, ...]:
    """Draw every screen in every theme into screenshots/."""
    return screenshots.draw_all(ROOT)


PROGRAMS: dict[str, Callable[[], tuple[str, ...]]] = {
    "architecture": write_architecture,
    "commands": write_commands,
    "documents": check_documents,
    "screenshots": draw_screenshots,
    "words": collect_words,
}


def main(words: list[str]) -> int:
    """Run the program named; its complaints make it fail."""
    if len(words) != 1 or words[0] not in PROGRAMS:
        print(f"usage: python -m house {'|'.join(sorted(PROGRAMS))}", file=sys.stderr)
        return 2
    complaints = PROGRAMS[words[0]]()
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    return 1 if complaints else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
