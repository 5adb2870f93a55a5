"""Whatever the world does to a command, it says so in one sentence, and nothing is half done."""

import io
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.exchange.test_docx_legal import p, r, word_file
from writerdesk.cli.running import main

linux = pytest.mark.skipif(sys.platform != "linux", reason="files only Linux has")
CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def _packed(name, data, pack=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", pack) as package:
        package.writestr(name, data)
    return out.getvalue()


def _with_a_bomb_inside():
    out = io.BytesIO()
    sound = zipfile.ZipFile(io.BytesIO(word_file(p(r("a")))))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sound.namelist():
            document = name == "word/document.xml"
            text = b"<a>" + b" " * 60_000_000 if document else sound.read(name)
            package.writestr(name, text)
    return out.getvalue()


BAD_FILES = {
    "old Word": (CONTAINER, "old Word file"),
    "locked Word": (CONTAINER + "EncryptedPackage".encode("utf-16-le"), "password"),
    "zip bomb": (_with_a_bomb_inside, "larger than WriterDesk can read"),
    "zip of something": (_packed("mimetype", "application/epub+zip"), "kind of file"),
    "cut off zip": (lambda: word_file(p(r("a")))[:300], "damaged"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "kind of file"),
    "portable document": (b"%PDF-1.7\n" + bytes(200), "kind of file"),
    "program": (b"\x7fELF" + bytes(range(256)) * 20, "kind of file"),
    "noise": (bytes((i * i * 31 + i // 7) % 256 for i in range(5000)), "“noise"),
}
BAD_PLACES = {
    "missing": "is not there",
    "folder": "can't be read",
    "pipe": "can't be read",
    "unreadable": "can't be read",
    "huge": "larger than WriterDesk can read",
}


@pytest.fixture
def told(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def say(*words):
        before = sorted(path.name for path in tmp_path.rglob("*"))
        code = main([str(word) for word in words])
        said = capsys.readouterr()
        assert said.out == ""
        assert "Traceback" not in said.err
        assert sorted(path.name for path in tmp_path.rglob("*")) == before
        return code, said.err

    return say


@pytest.fixture
def story(tmp_path):
    (tmp_path / "sound.txt").write_text("It rained.\n", "utf-8")
    path = tmp_path / "s.writerdesk"
    assert main(["new", str(path), str(tmp_path / "sound.txt")]) == 0
    return path


def commands_that_read(bad, story):
    return (
        ("new", "other.writerdesk", bad),
        ("import", story, bad),
        ("convert", bad, "--to", "out.txt"),
    )


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_file_that_cannot_be_read(told, story, tmp_path, name, capsys):
    data, sentence = BAD_FILES[name]
    (tmp_path / name).write_bytes(data() if callable(data) else data)
    capsys.readouterr()
    for words in commands_that_read(name, story):
        code, err = told(*words)
        assert code == 1
        assert sentence in err.split("\n")[0]
        assert all(line.startswith("  --encoding") for line in err.split("\n")[1:] if line)


@linux
@pytest.mark.parametrize("name", BAD_PLACES)
def test_a_place_that_cannot_be_read(told, story, tmp_path, name, capsys):
    path = _made(tmp_path, name)
    capsys.readouterr()
    for words in commands_that_read(path, story):
        code, err = told(*words)
        assert (code, err.count("\n")) == (1, 1)
        assert BAD_PLACES[name] in err


def _made(folder, name):
    path = folder / name
    if name == "folder":
        path.mkdir()
    elif name == "pipe":
        os.mkfifo(path)
    elif name == "huge":
        with path.open("wb") as file:
            file.truncate(101 * 1024**2)
    elif name == "unreadable":
        # Readable by nobody, whoever runs the tests: its first page is never there.
        return "/proc/self/mem"
    return path


@pytest.mark.parametrize("encoding", ["klingon", "base64", "../etc", "é"])
def test_an_encoding_nobody_knows(told, story, tmp_path, encoding, capsys):
    capsys.readouterr()
    for words in commands_that_read("sound.txt", story):
        code, err = told(*words, "--encoding", encoding)
        assert (code, err.count("\n")) == (1, 1)
        assert encoding in err


def test_letters_that_could_be_anything_are_shown_in_each_reading(told, story, tmp_path, capsys):
    (tmp_path / "odd.txt").write_bytes("Привет, мир".encode("koi8-r")[:9] + b"\xf0\x8f")
    capsys.readouterr()
    samples = list[str]()
    for words in commands_that_read("odd.txt", story):
        code, err = told(*words)
        assert code == 1
        first, *samples = err.rstrip().split("\n")
        assert "how its letters are written" in first
        assert len(samples) > 2
        assert all(line.startswith("  --encoding ") for line in samples)
    for line in samples:
        encoding, text = line.split()[1], line.split(maxsplit=2)[2]
        assert (
            main(["convert", "odd.txt", "--to", "out.txt", "--encoding", encoding, "--force"]) == 0
        )
        assert text[:3] in (tmp_path / "out.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        ("there.txt", "is there already"),
        ("nowhere/out.txt", "“nowhere” is not there"),
        ("folder.txt", "is there already"),
        ("out.pdf", "needs the window"),
        ("out.odd", "its ending says no kind of file"),
        ("out", "its ending says no kind of file"),
    ],
)
def test_a_place_that_cannot_be_written(told, story, tmp_path, target, sentence, capsys):
    (tmp_path / "there.txt").write_text("old")
    (tmp_path / "folder.txt").mkdir()
    capsys.readouterr()
    for words in (("convert", "sound.txt"), ("export", story, "--draft", "1")):
        code, err = told(*words, "--to", target)
        assert (code, err.count("\n")) == (1, 1)
        assert sentence in err
    assert (tmp_path / "there.txt").read_text() == "old"


@linux
@pytest.mark.parametrize("target", ["/sys/out.txt", "/dev/full", "folder.txt"])
def test_a_place_that_takes_no_file_even_when_forced(told, story, tmp_path, target, capsys):
    if target.startswith("/sys") and not Path("/sys").is_mount():
        pytest.skip("no /sys here, as in a bare chroot")
    (tmp_path / "folder.txt").mkdir()
    capsys.readouterr()
    for words in (("convert", "sound.txt"), ("export", story, "--draft", "1")):
        code, err = told(*words, "--to", target, "--force")
        assert (code, err.count("\n")) == (1, 1)
        assert "was not written" in err


def _a_small_disk_can_be_had():
    if not shutil.which("unshare"):
        return False
    tried = subprocess.run(
        ["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False
    )
    return tried.returncode == 0


# What is there afterwards is told by ``ls``, and whether the story is as it was before.
ON_A_SMALL_DISK = """
mount -t tmpfs -o size=8m none disk
cp *.writerdesk *.txt disk
cat /dev/zero > disk/filler 2> /dev/null
truncate -s -200K disk/filler
cd disk
"$@"
code=$?
cmp -s s.writerdesk ../s.writerdesk && touch whole
ls
exit $code
"""


@pytest.mark.skipif(
    not _a_small_disk_can_be_had(), reason="A test can't have a small disk of its own here."
)
@pytest.mark.parametrize(
    "words",
    [
        ["new", "other.writerdesk", "long.txt"],
        ["import", "s.writerdesk", "long.txt"],
        ["export", "s.writerdesk", "--draft", "2", "--to", "out.txt"],
        ["convert", "long.txt", "--to", "out.txt"],
    ],
)
def test_a_disk_that_takes_no_more(story, tmp_path, words):
    chance = random.Random(1)
    lines = ("".join(chance.choices("abcdefghijk lmnop", k=70)) + "." for _ in range(9_000))
    (tmp_path / "long.txt").write_text("\n\n".join(lines), "utf-8")
    if words[0] == "export":
        assert main(["import", str(story), str(tmp_path / "long.txt")]) == 0
    (tmp_path / "disk").mkdir()
    ran = subprocess.run(
        ["unshare", "-rm", "sh", "-c", ON_A_SMALL_DISK, "sh", sys.executable, "-m", "writerdesk",
         *words], cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stderr.count("\n")) == (1, 1), ran.stderr
    assert "disk is full" in ran.stderr
    assert ran.stdout.split() == ["filler", "long.txt", "s.writerdesk", "sound.txt", "whole"]


def commands_on_a_story(path):
    return (
        ("drafts", path),
        ("import", path, "sound.txt"),
        ("export", path, "--draft", "1", "--to", "out.txt"),
    )


def test_a_story_that_is_none(told, story, tmp_path, capsys):
    (tmp_path / "text.writerdesk").write_text("It rained.\n" * 200)
    (tmp_path / "empty.writerdesk").write_bytes(b"")
    (tmp_path / "folder.writerdesk").mkdir()
    capsys.readouterr()
    for name, sentence in {
        "text.writerdesk": "is damaged",
        "empty.writerdesk": "is not a WriterDesk story",
        "folder.writerdesk": "",
        "gone.writerdesk": "is not there",
    }.items():
        for words in commands_on_a_story(name):
            code, err = told(*words)
            assert (code, err.count("\n")) == (1, 1), (words, err)
            assert sentence in err
            assert name in err


def test_a_story_of_a_newer_program(told, story, tmp_path, capsys):
    capsys.readouterr()
    with sqlite3.connect(story) as file:
        (version,) = file.execute("PRAGMA user_version").fetchone()
        file.execute(f"PRAGMA user_version={version + 1}")
    file.close()
    assert main(["export", str(story), "--draft", "1", "--to", "out.txt"]) == 0
    assert main(["drafts", str(story)]) == 0
    capsys.readouterr()
    code, err = told("import", story, "sound.txt")
    assert (code, err.count("\n")) == (1, 1)
    assert "newer WriterDesk" in err
    with sqlite3.connect(story) as file:
        file.execute(f"UPDATE meta SET value = {version + 1} WHERE name = 'readable_from'")
    file.close()
    for words in commands_on_a_story(story):
        code, err = told(*words)
        assert (code, err.count("\n")) == (1, 1)
        assert "newer WriterDesk" in err


def test_a_story_that_is_open_elsewhere(told, story, capsys):
    from writerdesk.cli.stories import opened

    capsys.readouterr()
    with opened(story):
        for words in commands_on_a_story(story):
            code, err = told(*words)
            assert (code, err.count("\n")) == (1, 1)
            assert "is open elsewhere" in err


@linux
def test_an_answer_nobody_has_room_for(story):
    with open("/dev/full", "w") as full:  # noqa: PTH123
        ran = subprocess.run(
            [sys.executable, "-m", "writerdesk", "drafts", story, "--json"],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert (ran.returncode, ran.stderr.count("\n")) == (1, 1), ran.stderr
    assert "disk is full" in ran.stderr
