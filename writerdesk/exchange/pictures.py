"""Pictures of characters in: whatever file it was, what is kept is a small JPEG we made ourselves.

A picture file may be made to harm whoever opens it, so it is decoded in the reader child, and only
by decoders for kinds of files people really have. What is kept has no position, no camera and no
name in it: nothing of the file but what is seen.
"""

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from writerdesk.child_limits import Limits
from writerdesk.exchange.reading import bytes_of
from writerdesk.exchange.wire import decoded_picture, encoded_picture_request
from writerdesk.problem import Kind, Problem

if TYPE_CHECKING:
    from PIL.Image import Image

KINDS = ("PNG", "JPEG", "WEBP", "GIF", "BMP")
ENDINGS = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp")
# The widest panel is 400 px; on a screen of twice the density a picture of 800 still looks sharp,
# and with room for a closer look a hundred of them are 10 MB of a story's file.
LONGEST_SIDE = 1024
LARGEST_KEPT = 256 * 1024
# Photographs of today's telephones have 12 to 50 million pixels and 3 to 12 MB.
MOST_PIXELS = 64_000_000
LARGEST_PICTURE = 32 * 1024**2
# Ten times what the largest allowed picture takes here; 64 million pixels in four colours are
# 256 MB, twice over while they are turned.
PICTURE_READER = Limits(seconds=20, memory=1024**3)
# A face looks the same at 85; noise that is too large even at 40 gets fewer pixels.
_QUALITIES = (85, 70, 55, 40)
_WHITE = (255, 255, 255)


def read_picture(path: Path) -> bytes:
    """Read somebody's picture in a child and return it as it is kept; raises a `Problem`."""
    from writerdesk.child import ask

    request = encoded_picture_request(bytes_of(path, LARGEST_PICTURE))
    return decoded_picture(ask("read", request, PICTURE_READER, about=path), path)


def kept_picture(data: bytes) -> bytes:
    """Return a picture as it is kept, decoded here and now: only the child does that.

    Raises a `Problem` if it is none, is broken, or has more pixels than anybody needs.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(BytesIO(data), formats=KINDS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise Problem(Kind.TOO_LARGE)
            opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            small = ImageOps.exif_transpose(opened)
            small.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            plain = _on_white(small)
            # Comments and the like would be written again; position and camera are gone already.
            plain.info.clear()
            return _written(plain)
    except Image.DecompressionBombError:
        raise Problem(Kind.TOO_LARGE) from None
    # What Pillow raises for a broken file: its decoders name whatever they stumbled over.
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, ArithmeticError):
        raise Problem(Kind.NOT_A_PICTURE) from None
    except (KeyError, IndexError, TypeError, AttributeError):
        raise Problem(Kind.NOT_A_PICTURE) from None


def _on_white(picture: "Image") -> "Image":
    from PIL import Image

    if not picture.has_transparency_data:
        return picture.convert("RGB")
    layer = picture.convert("RGBA")
    page = Image.new("RGB", layer.size, _WHITE)
    page.paste(layer, mask=layer.getchannel("A"))
    return page


def _written(picture: "Image") -> bytes:
    while True:
        for quality in _QUALITIES:
            out = BytesIO()
            picture.save(out, "JPEG", quality=quality, optimize=True)
            if out.tell() <= LARGEST_KEPT:
                return out.getvalue()
        picture = picture.resize((max(1, picture.width // 2), max(1, picture.height // 2)))
