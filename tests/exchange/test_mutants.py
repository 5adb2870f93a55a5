"""Whatever is done to a file, reading it gives a draft or one sentence, quickly and quietly."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the limits are Linux's")
ROOT = Path(__file__).parents[2]
SECONDS, MEMORY = 5, 500 * 1024**2


def told_of(count, seed):
    ran = subprocess.run(
        [sys.executable, "-m", "tests.exchange.confined", str(count), str(seed)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-3000:]
    return json.loads(ran.stdout), ran.stderr[-3000:]


@pytest.mark.parametrize(
    ("count", "seed"), [(300, 1), pytest.param(9_700, 2, marks=pytest.mark.torture)]
)
def test_mutated_files_do_no_harm(count, seed):
    told, complaints = told_of(count, seed)
    print(told)
    assert (told["broke"], told["reached"]) == ([], []), complaints
    assert told["slowest"] < SECONDS
    assert told["largest"] < MEMORY
    assert told["read"] + told["refused"] == count
    assert told["read"] > 0
    assert told["refused"] > 0


@pytest.mark.parametrize(
    ("attempt", "end"),
    [
        ("open('/etc/hostname')", "_REACHED"),
        ("__import__('socket').socket()", "_REACHED"),
        ("bytearray(600 * 1024**2)", "_BROKE"),
        ("int('1')", "_READ"),
    ],
)
def test_the_confinement_itself_holds(attempt, end):
    program = (
        "import os, socket\n"
        "from tests.exchange import confined\n"
        f"confined.answer = lambda request: (eval({attempt!r}), b'{{}}')[1]\n"
        "child = os.fork()\n"
        "if not child: confined._read_and_leave('a', b'')\n"
        f"print(os.waitstatus_to_exitcode(os.wait4(child, 0)[1]) == confined.{end})\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert ran.stdout == "True\n"
