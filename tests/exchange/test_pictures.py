"""Pictures of characters: small when they are kept, and harmless whatever the file was."""

import io
import struct
import zlib
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from writerdesk.exchange import read_picture
from writerdesk.exchange.pictures import (
    LARGEST_KEPT,
    LARGEST_PICTURE,
    LONGEST_SIDE,
    MOST_PIXELS,
    kept_picture,
)
from writerdesk.problem import Kind, Problem

_HERE = 0x8825  # where a photograph was taken


def picture(kind="PNG", size=(40, 30), mode="RGB", **more):
    out = io.BytesIO()
    Image.new(mode, size, **more).save(out, kind)
    return out.getvalue()


def photograph():
    """A photograph taken with the telephone upright, that says where."""
    image = Image.new("RGB", (40, 20), "white")
    image.putpixel((0, 0), (255, 0, 0))
    exif = image.getexif()
    exif[0x0112] = 6
    exif[0x010F] = "A telephone"
    exif[_HERE] = {1: "N", 2: (51.0, 28.0, 38.0)}
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif, quality=95, comment=b"Ada, at home")
    return out.getvalue()


def bomb(width, height):
    """A PNG of few bytes that says it has many pixels."""
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((width // 8 + 1) * 1000) * (height // 1000), 9)
    parts = ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    told = [
        struct.pack(">I", len(part)) + name + part + struct.pack(">I", zlib.crc32(name + part))
        for name, part in parts
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(told)


def opened(data):
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "BMP"])
def test_a_picture_is_kept_as_a_small_jpeg(kind):
    kept = opened(kept_picture(picture(kind, (2000, 500))))
    assert (kept.format, kept.size) == ("JPEG", (LONGEST_SIDE, LONGEST_SIDE // 4))


def test_a_file_is_read_in_a_child(tmp_path):
    (tmp_path / "face").write_bytes(photograph())
    assert read_picture(tmp_path / "face") == kept_picture(photograph())


def test_what_is_kept_stands_upright_and_says_nothing_of_where_it_was_taken():
    kept = opened(kept_picture(photograph()))
    assert kept.size == (20, 40)
    assert dict(kept.getexif()) == {}
    assert not {"icc_profile", "comment", "xmp"} & kept.info.keys()


def test_what_is_clear_becomes_white():
    kept = opened(kept_picture(picture(mode="RGBA", color=(0, 0, 0, 0))))
    assert kept.getpixel((5, 5)) == (255, 255, 255)


def test_a_picture_of_noise_is_kept_small_too():
    noise = Image.effect_noise((1024, 1024), 120).convert("RGB")
    out = io.BytesIO()
    noise.save(out, "PNG")
    assert len(kept_picture(out.getvalue())) <= LARGEST_KEPT


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
        picture()[:60],
        photograph()[:300],
        picture("TIFF"),
    ],
)
def test_whatever_is_no_picture_is_refused(data):
    with pytest.raises(Problem) as caught:
        kept_picture(data)
    assert caught.value.kind == Kind.NOT_A_PICTURE


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (picture()[:60], Kind.NOT_A_PICTURE),
        (bomb(60_000, 60_000), Kind.TOO_LARGE),
        (bomb(MOST_PIXELS // 1000 + 1000, 1000), Kind.TOO_LARGE),
        (bytes(LARGEST_PICTURE + 1), Kind.TOO_LARGE),
    ],
)
def test_a_hostile_picture_is_refused_in_one_sentence(tmp_path, data, kind):
    path = tmp_path / "odd.png"
    path.write_bytes(data)
    with pytest.raises(Problem) as caught:
        read_picture(path)
    assert caught.value.kind == kind
    assert "odd.png" in str(caught.value)


def test_the_largest_picture_allowed_is_read_within_the_childs_memory(tmp_path):
    path = tmp_path / "large.png"
    path.write_bytes(bomb(MOST_PIXELS // 1000, 1000))
    assert opened(read_picture(path)).width == LONGEST_SIDE


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["PNG", "JPEG", "WEBP", "GIF", "BMP"]), st.data())
def test_a_broken_picture_is_a_problem_and_never_a_mistake_of_ours(kind, data):
    whole = bytearray(picture(kind, (16, 16)))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(whole[: data.draw(st.integers(0, len(whole)))])
    with suppress(Problem):
        assert opened(kept_picture(cut)).format == "JPEG"
