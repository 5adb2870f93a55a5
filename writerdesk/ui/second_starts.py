"""Listens for further starts of WriterDesk and tells which files they were given."""

import json
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from writerdesk.folders import data_folder, make_private
from writerdesk.handing_over import DONE, meeting_place

# No command line is longer; more than that is no start of ours.
_LONGEST_MESSAGE = 1_000_000


class SecondStarts(QObject):
    """The place where further starts hand over their files."""

    files_came = Signal(object)
    """The paths a further start was given; it may have been given none."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._hear)

    def listen(self) -> bool:
        """Listen from now on; False if another WriterDesk of this writer does."""
        place = meeting_place()
        make_private(data_folder())
        if not place or _somebody_answers(place):
            return False
        # What a program that was killed left behind.
        QLocalServer.removeServer(place)
        return self._server.listen(place)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _hear(self) -> None:
        while line := self._server.nextPendingConnection():
            line.readyRead.connect(lambda line=line: self._read(line))
            line.disconnected.connect(line.deleteLater)
            self._read(line)

    def _read(self, line: QLocalSocket) -> None:
        if line.bytesAvailable() > _LONGEST_MESSAGE:
            line.abort()
        elif line.canReadLine():
            files = _files(bytes(line.readLine().data()))
            if files is not None:
                line.write(DONE)
                line.flush()
                self.files_came.emit(files)
            line.disconnectFromServer()


def _files(message: bytes) -> list[Path] | None:
    """Return the files a start was given; None if this is no message of a start."""
    try:
        told = json.loads(message)
    except ValueError:
        return None
    if not isinstance(told, list):
        return None
    names = cast("list[object]", told)
    return [Path(name) for name in names if isinstance(name, str)] if all(names) else None


def _somebody_answers(place: str) -> bool:
    line = QLocalSocket()
    line.connectToServer(place)
    answers = line.waitForConnected(200)
    line.abort()
    return answers
