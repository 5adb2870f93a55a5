"""What the Open XML SDK says of 100 exported Word files (`make validators` installs it)."""

import json
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.exchange.documents import documents, notes_of
from writerdesk.exchange import look, look_names, to_docx
from writerdesk.manuscript import Document

_VALIDATOR = Path("build/validators/node_modules/.bin/ooxml-validator")
_FILES = 100


def main() -> int:
    """Validate and print."""
    if not _VALIDATOR.exists():
        print("The validator is not installed: make validators")
        return 0
    errors: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        files = _written(Path(folder))
        for path in files:
            told = subprocess.run([str(_VALIDATOR), path], stdout=subprocess.PIPE, check=False)
            errors.extend(str(error) for error in json.loads(told.stdout)["errors"])
    for error in errors[:5]:
        print(error)
    print(f"{len(errors)} errors in {len(files)} files")
    return bool(errors)


def _written(folder: Path) -> list[Path]:
    files: list[Path] = []

    @settings(
        max_examples=_FILES,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=[*HealthCheck],  # pyright: ignore[reportArgumentType]
        derandomize=True,
    )
    @given(st.data(), documents(), st.sampled_from(look_names()))
    def write(data: st.DataObject, document: Document, name: str) -> None:
        path = folder / f"{len(files)}.docx"
        path.write_bytes(to_docx(document, data.draw(notes_of(document)), look(name)).data)
        files.append(path)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        write()
    return files


if __name__ == "__main__":
    sys.exit(main())
