"""The wheel, built as a release is, carries what the app ships and runs where nothing else is."""

import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from house.documents import tracked
from writerdesk import __version__

ROOT = Path(__file__).resolve().parents[2]

for _tool in ("build", "hatchling"):
    pytest.importorskip(_tool, reason=f"{_tool} is not here: make setup installs it")

pytestmark = pytest.mark.skipif(
    shutil.which("git") is None or not (ROOT / ".git").exists(), reason="not a git checkout"
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build the source archive from what git knows, and from it the wheel."""
    source = tmp_path_factory.mktemp("source")
    for path in tracked(ROOT):
        copy = source / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    made = tmp_path_factory.mktemp("made")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", made, source]
    told = subprocess.run(command, capture_output=True, text=True)
    assert told.returncode == 0, told.stdout + told.stderr
    (built,) = made.glob("*.whl")
    return built


@pytest.mark.parametrize(("folder", "inside"), [("resources", "_resources"), ("seeds", "_seeds")])
def test_what_the_app_ships_is_in_the_wheel_and_nothing_else(wheel, folder, inside):
    names = zipfile.ZipFile(wheel).namelist()
    shipped = {name for name in names if name.startswith(f"writerdesk/{inside}/")}
    known = {path.relative_to(ROOT / folder).as_posix() for path in tracked(ROOT, folder)}
    assert shipped == {f"writerdesk/{inside}/{name}" for name in known}


def test_every_module_is_in_the_wheel_and_no_test(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    known = {path.relative_to(ROOT).as_posix() for path in tracked(ROOT, "writerdesk")}
    assert known <= set(names)
    assert not [name for name in names if name.startswith(("tests/", "house/", "benchmarks/"))]


def test_the_desktop_finds_its_files(wheel):
    names = "\n".join(zipfile.ZipFile(wheel).namelist())
    for place in ("share/applications", "share/mime/packages", "share/metainfo", "share/icons"):
        assert place in names


def test_an_installed_wheel_runs_and_finds_what_it_ships(wheel, tmp_path):
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "env"], check=True)
    python = next((tmp_path / "env").glob("[bS]*/python*"))
    install = ["--python", python, "install", "-q", "--no-deps", "--no-index", wheel]
    subprocess.run([sys.executable, "-m", "pip", *install], check=True)
    _lend_our_dependencies(python)
    told = subprocess.run(
        [python.parent / "writerdesk", "--version"], cwd=tmp_path, capture_output=True, text=True
    )
    assert (told.returncode, told.stdout) == (0, f"{__version__}\n"), told.stderr
    program = "from writerdesk.resources import resources, seeds; print(resources(), seeds())"
    told = subprocess.run(
        [python, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    for folder in told.stdout.split():
        assert Path(folder).is_relative_to(tmp_path / "env")
        assert any(Path(folder).iterdir())


def _lend_our_dependencies(python):
    """Let the new environment see what ours has, except WriterDesk itself.

    A folder named in a .pth file is searched, but its own .pth files, of which one leads to this
    checkout, are not read.
    """
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    told = subprocess.run([python, "-c", where], capture_output=True, text=True, check=True)
    lent = Path(told.stdout.strip()) / "lent.pth"
    lent.write_text(f"{sysconfig.get_path('purelib')}\n", "utf-8")
