"""The child that reads one file: whatever the file does to it, nothing else is harmed."""

from writerdesk.child import answering
from writerdesk.exchange.reading import read
from writerdesk.exchange.wire import (
    decoded_request,
    encoded_answer,
    encoded_problem,
    picture_in,
)
from writerdesk.problem import Kind, Problem


def answer(request: bytes) -> bytes:
    """Read what was asked for and write down what came of it, be it a problem."""
    picture = picture_in(request)
    try:
        if picture is not None:
            from writerdesk.exchange.pictures import kept_picture

            return kept_picture(picture)
        data, name, wishes = decoded_request(request)
        return encoded_answer(read(data, name, wishes))
    except Problem as problem:
        return encoded_problem(problem)
    except MemoryError:
        return encoded_problem(Problem(Kind.TOO_LARGE))


task = answering(answer)
