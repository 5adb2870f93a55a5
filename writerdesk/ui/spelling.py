"""Spelling while one writes: what is in sight is looked up in a child, and marked in the text.

Names on the sheets and the story's own words are right. Where there is no dictionary the writer is
told once what to do, and can say that nothing shall be checked.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QFileDialog

from writerdesk.frozen import frozen
from writerdesk.insight.dictionaries import (
    Dictionary,
    dictionaries,
    dictionary_folders,
    dictionary_for,
    own_folder,
)
from writerdesk.insight.spelling import Checked, checked_words, is_known, known_forms
from writerdesk.manuscript import Document, Kind, Paragraph
from writerdesk.story.spelled import language_of, spell_so, words_of_the_story
from writerdesk.ui.editor.spelling_marks import SpellingMarks, spans_in_qt
from writerdesk.ui.languages import language_told, system_language
from writerdesk.ui.look import Look
from writerdesk.ui.message_bar import Message, Offer, Tone
from writerdesk.ui.messages import Messages
from writerdesk.ui.story_view import StoryView
from writerdesk.ui.text_menu import Suggestions, text_menu
from writerdesk.words import _
from writerdesk.workspace.spelling import Speller

# What came into sight is looked up after this many milliseconds: a wheel's turn asks once.
_LOOK_AFTER = 60
# Hunspell finds what was meant in 0.1 to 0.4 s; a menu that comes later than this comes too late.
_SUGGEST_WITHIN = 1_500
# Paragraphs whose words are known; a screen shows thirty.
_REMEMBERED = 2_000
_TOPIC = "spelling"


@frozen
class SpellingWish:
    """Whether spelling is checked, and the folder of dictionaries the writer pointed to."""

    on: bool = True
    folder: str = ""


class Spelling(QObject):
    """Checks the draft on the page."""

    wished = Signal(object)
    """The `SpellingWish` the writer made here, to be kept."""

    def __init__(self, story: StoryView, look: Look, messages: Messages) -> None:
        super().__init__(story)
        self._story, self._editor, self._messages = story, story.write.editor, messages
        self._wish = SpellingWish(on=False)
        self._found: tuple[Dictionary, ...] = ()
        self._known: frozenset[str] = frozenset()
        self._ignored: set[str] = set()
        self._told_of: set[str] = set()
        self._wrong_in: dict[str, tuple[Checked, ...]] = {}
        self._looked_at: set[str] = set()
        self._seeking = False
        self._offered: tuple[QTextBlock, Checked, QPoint] | None = None
        self.speller = Speller(self)
        self._marks = SpellingMarks(self._editor, look, self.wrong_in)
        self._later = self._timer(_LOOK_AFTER, self._look)
        self._patience = self._timer(_SUGGEST_WITHIN, lambda: self._open_menu(()))
        self._connect()

    @property
    def is_on(self) -> bool:
        """Whether words are checked."""
        return self._wish.on

    def follow(self, wish: SpellingWish) -> None:
        """Check or not, with the dictionaries of a folder too."""
        if wish.on and (wish != self._wish or not self._found):
            self._found = dictionaries(dictionary_folders(wish.folder))
        self._wish = wish
        self._choose()

    def doers(self) -> Mapping[str, Callable[[], object]]:
        """Return what each command does."""
        return {"edit.spelling": self.seek, "view.spelling": self._toggle}

    def wrong_in(self, text: str) -> Sequence[Checked]:
        """Return the misspelled words of a text, as far as they are known."""
        if self.speller.dictionary is None:
            return ()
        if text in self._wrong_in:
            return self._wrong_in[text]
        words = checked_words(text)
        wrong = tuple(word for word in words if self._is_wrong(word.form))
        if all(self.speller.is_right(word.form) is not None for word in words):
            if len(self._wrong_in) > _REMEMBERED:
                self._wrong_in.clear()
            self._wrong_in[text] = wrong
        return wrong

    def seek(self) -> None:
        """Go to the next misspelled word after the caret, around the end, and offer what to do."""
        if not self._wish.on:
            self._wish_for(replace(self._wish, on=True))
        self._told_of.clear()
        self._choose()
        self._seeking = self.speller.dictionary is not None
        self._step()

    def open_menu(self, where: QPoint) -> None:
        """Open the menu of the text, with what may have been meant by a misspelled word."""
        inside = self._editor.viewport().mapFromGlobal(where)
        found = self._marks.word_at(self._editor.cursorForPosition(inside).position())
        if found is None or not self._wish.on:
            text_menu(self._editor, self._story, None).popup(where)
        else:
            self._offer(*found, where)

    def close(self) -> None:
        """End the child."""
        self.speller.close()

    def _connect(self) -> None:
        self.speller.learned.connect(self._learn)
        self.speller.suggested.connect(self._take_suggestions)
        self.speller.unusable.connect(lambda _dictionary: self._tell_none())
        self._editor.verticalScrollBar().valueChanged.connect(lambda _value: self._soon())
        self._editor.textChanged.connect(self._soon)
        self._editor.cursorPositionChanged.connect(self._follow_caret)
        self._story.draft_shown.connect(lambda _draft: self._choose())
        self._story.workspace.story_changed.connect(lambda _ids: self._choose())

    def _timer(self, after: int, what: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        timer.timeout.connect(what)
        return timer

    def _is_wrong(self, form: str) -> bool:
        if self.speller.is_right(form) is not False or form in self._ignored:
            return False
        return not is_known(form, self._known)

    def _choose(self) -> None:
        """Take the dictionary of the draft on the page."""
        story, draft = self._story.workspace.story, self._story.draft
        self._known = known_forms(words_of_the_story(story))
        self._wrong_in.clear()
        self._looked_at.clear()
        language = (language_of(story, draft) if draft else "") or system_language()
        wanted = dictionary_for(language, self._found) if self._wish.on else None
        self.speller.use(wanted)
        self._marks.shown = wanted is not None
        if self._wish.on and draft and wanted is None:
            self._tell_none()
        self._editor.viewport().update()
        self._soon()

    def _soon(self) -> None:
        if self.speller.dictionary is not None and not self._later.isActive():
            self._later.start()

    def _follow_caret(self) -> None:
        if self._marks.follow_caret():
            self._soon()

    def _look(self) -> None:
        """Ask about what is in sight, each text once: while one writes, about what was written."""
        unknown: list[str] = []
        for block, text, begins in self._marks.in_sight():
            if text in self._looked_at:
                continue
            new = [w for w in checked_words(text) if self.speller.is_right(w.form) is None]
            finished = [
                word.form
                for word in new
                if not self._editor.is_being_typed(*spans_in_qt(block, text, word, begins))
            ]
            unknown.extend(finished)
            if len(finished) == len(new):
                self._looked_at.add(text)
        self.speller.ask(unknown)
        if len(self._looked_at) > _REMEMBERED:
            self._looked_at.clear()

    def _learn(self) -> None:
        self._editor.viewport().update()
        if self._seeking:
            self._step()

    def _step(self) -> None:
        """Look on for a misspelled word; stops to ask where nobody has said yet."""
        text = self._editor.text
        if not self._seeking or text is None:
            return
        text.tell()
        document, cursor = text.document, self._editor.textCursor()
        here = text.qt.findBlock(cursor.selectionEnd()).blockNumber()
        for turn in range(len(document) + 1):
            number = (here + turn) % len(document)
            paragraph = document.paragraphs[number]
            block = text.qt.findBlockByNumber(number)
            words = checked_words(paragraph.text) if paragraph.kind != Kind.SCENE_BREAK else ()
            if any(self.speller.is_right(word.form) is None for word in words):
                self._ask_from(document, number)
                return
            for word in words:
                start, _end = spans_in_qt(block, paragraph.text, word)
                ahead = turn > 0 or start >= cursor.selectionEnd()
                if self._is_wrong(word.form) and ahead:
                    self._seeking = False
                    self._show(block, paragraph, word)
                    return
        self._seeking = False
        self._messages.show_message(
            Message(_("Every word of this draft is in the dictionary."), Tone.NOTE, _TOPIC)
        )

    def _ask_from(self, document: Document, number: int) -> None:
        rest = (*document.paragraphs[number:], *document.paragraphs[:number])
        asked = 0
        for paragraph in rest:
            unknown = [
                word.form
                for word in checked_words(paragraph.text)
                if self.speller.is_right(word.form) is None
            ]
            self.speller.ask(unknown)
            asked += len(unknown)
            if asked > _REMEMBERED:
                return

    def _show(self, block: QTextBlock, paragraph: Paragraph, word: Checked) -> None:
        cursor = self._editor.textCursor()
        start, end = spans_in_qt(block, paragraph.text, word)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._editor.arrive_at(cursor)
        under = self._editor.cursorRect().bottomLeft()
        self._offer(block, word, self._editor.viewport().mapToGlobal(under))

    def _offer(self, block: QTextBlock, word: Checked, where: QPoint) -> None:
        self._offered = block, word, where
        self._patience.start()
        self.speller.suggest(word.form)

    def _take_suggestions(self, word: str, instead: Sequence[str]) -> None:
        if self._offered is not None and self._offered[1].form == word:
            self._open_menu(instead)

    def _open_menu(self, instead: Sequence[str]) -> None:
        if self._offered is None:
            return
        self._patience.stop()
        (block, word, where), self._offered = self._offered, None
        suggestions = Suggestions(
            word.form,
            tuple(instead),
            put_in=lambda other: self._put_in(block, word, other),
            add=lambda: self._add(word.form),
            ignore=lambda: self._ignore(word.form),
            go_on=self.seek,
        )
        text_menu(self._editor, self._story, suggestions).popup(where)

    def _put_in(self, block: QTextBlock, word: Checked, other: str) -> None:
        """Put another word in place of a misspelled one; it wears the same marks."""
        text = self._editor.text
        if text is None or self._editor.isReadOnly() or not block.isValid():
            return
        paragraph = text.document.paragraphs[block.blockNumber()]
        start, end = spans_in_qt(block, paragraph.text, word)
        cursor = QTextCursor(text.qt)
        cursor.setPosition(start + 1)
        letters = cursor.charFormat()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(other.replace("'", "’") if "’" in paragraph.text else other, letters)

    def _add(self, word: str) -> None:
        workspace = self._story.workspace
        self._story.live.tell_all()
        workspace.become("spell_so", spell_so(workspace.story, word), word=word)

    def _ignore(self, word: str) -> None:
        self._ignored.add(word)
        self._choose()

    def _toggle(self) -> None:
        self._wish_for(replace(self._wish, on=not self._wish.on))

    def _wish_for(self, wish: SpellingWish) -> None:
        self.follow(wish)
        self.wished.emit(wish)

    def _tell_none(self) -> None:
        """Say once that there is no dictionary, and what can be done."""
        language = language_of(self._story.workspace.story, self._story.draft) or system_language()
        if language in self._told_of:
            return
        self._told_of.add(language)
        said = _("No dictionary for {language} on this computer.")
        offers = (
            Offer(_("How to Add One"), lambda: self._tell_how(language)),
            Offer(_("Don’t Check"), lambda: self._wish_for(replace(self._wish, on=False))),
        )
        words = said.format(language=language_told(language))
        self._messages.show_message(Message(words, Tone.NOTE, _TOPIC, offers))

    def _tell_how(self, language: str) -> None:
        name = language.replace("-", "_")
        said = _(
            "A dictionary is two files, {name}.dic and {name}.aff. LibreOffice brings them; on "
            "Debian and Ubuntu the package “{package}” does. Or put them in “{folder}”."
        )
        words = said.format(
            name=name, package=f"hunspell-{language.casefold()}", folder=own_folder()
        )
        offers = (
            Offer(_("Choose Their Folder…"), self._choose_folder),
            Offer(_("Look Again"), self._look_again),
        )
        self._messages.show_message(Message(words, Tone.NOTE, _TOPIC, offers))

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self._story, _("Folder of Dictionaries"))
        if folder:
            self._told_of.clear()
            self._wish_for(SpellingWish(on=True, folder=folder))

    def _look_again(self) -> None:
        self._found = ()
        self._told_of.clear()
        self.follow(self._wish)
