"""Which language WriterDesk speaks: the one chosen, else the system's; Qt's own dialogs follow."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from writerdesk import words
from writerdesk.resources import resources

_ENGLISH = "en"


def speak(application: QApplication, chosen: str) -> bool:
    """Speak a language from now on; tell whether there is a translation to it."""
    # Windows and macOS tell their language to Qt, not in the environment gettext looks at.
    language = chosen or QLocale.system().name()
    if language.startswith(_ENGLISH) or not words.speak(language, resources() / "locale"):
        words.speak(_ENGLISH, resources() / "locale")
        return False
    QLocale.setDefault(QLocale(language))
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(language), "qtbase", "_", folder):
        application.installTranslator(translator)
    return True
