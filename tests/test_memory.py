"""A process that compares keeps the memory it freed, where it can ask for that."""

import subprocess
import sys

import pytest

_TAKEN_AGAIN = """
import resource
from writerdesk.memory import keep_what_is_freed

keep_what_is_freed()
for time in range(3):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    bytearray(8 << 20)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc can be asked to")
def test_what_is_freed_is_taken_again_without_new_pages():
    ran = subprocess.run([sys.executable, "-c", _TAKEN_AGAIN], capture_output=True, check=True)
    first, *again = map(int, ran.stdout.split())
    assert max(again) < first / 10
