"""In a language nobody speaks, no sentence of the command line stays English."""

import re

import pytest

from house.pseudo import raw_words
from writerdesk.cli import running
from writerdesk.cli.table import COMMANDS

# What is typed is the same in every language: commands, options, values, names in capitals.
_TYPED = re.compile(r"--?[a-z][a-z-]*|\b[A-Z][A-Z.]*\b|\{[a-z,_-]+\}")


@pytest.mark.usefixtures("nobodys_language")
@pytest.mark.parametrize("given", [["--help"], *([each.name, "--help"] for each in COMMANDS)])
def test_no_help_stays_english(given, capsys):
    assert running.main(given) == 0
    told = _TYPED.sub("", capsys.readouterr().out)
    names = {part for each in COMMANDS for part in each.name.split("-")}
    assert raw_words(told, allowed={"writerdesk", *names}) == ()
