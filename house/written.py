"""The parts of documents that are written by a program: between two marks, whatever is around."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class WrittenPart:
    """A part of a document that ``python -m house PROGRAM`` writes."""

    document: Path
    name: str
    program: str

    def complaints(self, should_be: str) -> tuple[str, ...]:
        """Tell whether the part says something else than it should."""
        text = self.document.read_text("utf-8")
        if text == self._with(text, should_be):
            return ()
        return (f"{self.document.name} is behind the code: run python -m house {self.program}",)

    def write(self, should_be: str) -> None:
        """Make the part say what it should."""
        text = self.document.read_text("utf-8")
        self.document.write_text(self._with(text, should_be), "utf-8")

    def _with(self, text: str, part: str) -> str:
        start = f"<!-- {self.name}: written by `python -m house {self.program}` -->"
        end = f"<!-- end of {self.name} -->"
        before, found, rest = text.partition(start)
        _, closed, after = rest.partition(end)
        if not (found and closed):
            raise ValueError(f"{self.document.name} has no place for its {self.name}")
        return f"{before}{start}\n{part}\n{end}{after}"
