"""WriterDesk speaks the language chosen, and Qt's own words follow."""

import subprocess
import sys

SAY = """
import sys
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from writerdesk.ui.tongue import speak
from writerdesk.words import _
application = QApplication([])
speak(application, sys.argv[1])
box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
print(_("Save Now"), "|", box.buttons()[0].text().replace("&", ""))
"""


def said(language, system):
    told = subprocess.run(
        [sys.executable, "-c", SAY, language],
        capture_output=True,
        text=True,
        env={"QT_QPA_PLATFORM": "offscreen", "LC_ALL": system, "LANGUAGE": ""},
    )
    return told.stdout.strip()


def test_the_language_chosen_is_spoken_whatever_the_system_speaks():
    assert said("de", "C.UTF-8") == "Jetzt speichern | Abbrechen"
    assert said("en", "de_DE.UTF-8") == "Save Now | Cancel"


def test_no_choice_is_the_language_of_the_system_and_an_unknown_one_is_english():
    assert said("", "de_DE.UTF-8") == "Jetzt speichern | Abbrechen"
    assert said("tlh", "C.UTF-8") == "Save Now | Cancel"
