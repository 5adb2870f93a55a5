"""The command line answers with an exit code, a sentence when the world is at fault, no more."""

import subprocess
import sys
from pathlib import Path

import pytest

from writerdesk import __version__
from writerdesk.cli import running
from writerdesk.cli.command import Command, Parser, reads_files, takes_a_look, writes_a_file
from writerdesk.problem import Kind, Problem


def _arguments(parser: Parser) -> None:
    parser.what.add_argument("file", metavar="FILE", help="the text")
    reads_files(parser)
    writes_a_file(parser)
    takes_a_look(parser)


def _run(given) -> None:
    if not Path(given.file).exists():
        raise Problem(Kind.FILE_MISSING, path=Path(given.file))
    print(Path(given.file).read_text(given.encoding or "utf-8"), given.look, given.force)


SHOW = Command("show", lambda: "Show a text.", _arguments, _run)


def _interrupted(given) -> None:
    raise KeyboardInterrupt


STOPPED = Command("stopped", lambda: "Is stopped.", lambda parser: None, _interrupted)


def test_a_command_does_its_work_and_exits_with_0(tmp_path, capsys):
    (tmp_path / "a.txt").write_text("Rain.", "utf-8")
    assert running.main(["show", str(tmp_path / "a.txt"), "--look", "book"], [SHOW]) == 0
    assert capsys.readouterr() == ("Rain. book False\n", "")


def test_a_problem_is_one_sentence_on_stderr_and_exit_1(tmp_path, capsys):
    assert running.main(["show", str(tmp_path / "gone.txt")], [SHOW]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "“gone.txt” is not there. Check the name and the folder.\n"


@pytest.mark.parametrize("words", [["show"], ["show", "a", "b"], ["--gothic"]])
def test_wrong_usage_is_told_and_exits_with_2(words, capsys):
    assert running.main(words, [SHOW]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "Traceback" not in err
    assert err.rstrip().endswith(".")


def test_a_mistake_of_ours_is_not_caught():
    broken = Command("broken", lambda: "", lambda parser: None, lambda given: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        running.main(["broken"], [broken])


def test_an_interrupted_command_leaves_quietly(capsys):
    assert running.main(["stopped"], [STOPPED]) == 130
    assert capsys.readouterr() == ("", "")


def test_help_lists_every_command_and_each_tells_its_own(capsys):
    assert running.main(["--help"], [SHOW, STOPPED]) == 0
    listed = capsys.readouterr().out
    assert "show     Show a text." in listed
    assert "stopped  Is stopped." in listed
    assert running.main(["show", "--help"], [SHOW]) == 0
    told = capsys.readouterr().out
    assert told.startswith("usage: writerdesk show")
    for option in ("--to FILE", "--force", "--encoding E", "--as-is", "--look"):
        assert option in told


@pytest.mark.parametrize(
    ("words", "ours"),
    [
        ([], False),
        (["story.writerdesk"], False),
        (["a.txt", "show"], False),
        (["--", "show"], False),
        (["show"], True),
        (["show", "a.txt"], True),
        (["--version"], True),
        (["-h"], True),
    ],
)
def test_a_first_word_that_is_a_command_is_a_command(words, ours):
    assert running.is_ours(words, [SHOW]) is ours


def test_a_reader_who_leaves_early_is_no_mistake():
    program = (
        "import sys\n"
        "from writerdesk.cli import running\n"
        "from writerdesk.cli.command import Command\n"
        "def run(given):\n"
        "    for n in range(100_000): print(n)\n"
        "long = Command('long', str, lambda parser: None, run)\n"
        "sys.exit(running.main(['long'], [long]))\n"
    )
    told = subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert told.stdout.readline() == b"0\n"
    told.stdout.close()
    assert told.stderr.read() == b""
    told.stderr.close()
    assert told.wait(timeout=60) == 0


@pytest.mark.parametrize("start", [["-m", "writerdesk"], ["-m", "writerdesk.__main__"]])
def test_the_version_is_told_by_the_module(start):
    told = subprocess.run([sys.executable, *start, "--version"], capture_output=True, text=True)
    assert (told.returncode, told.stdout, told.stderr) == (0, f"{__version__}\n", "")
