"""What is sent is judged by its content, put upright, in sRGB, and bare."""

import random
import struct
import zlib
from contextlib import suppress

import pytest
from PIL import Image, ImageCms

from shop.artwork import rules
from shop.artwork.rules import Unreadable, print_limits, reading
from tests.builders.artwork import halves, opened, saved, swapping_profile, turned

RED, BLUE = (220, 30, 30), (30, 30, 220)


def near(found, wanted, by=4):
    return all(abs(a - b) <= by for a, b in zip(found, wanted, strict=True))


def chunk(name, content):
    body = name + content
    return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))


def a_png_that_says(width, height):
    """Return a small file that claims a huge picture: nothing but its head and a few zeros."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    packed = zlib.compress(bytes(1000))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_picture_is_kept_as_png_in_its_colours(kind):
    more = {"lossless": True} if kind == "WEBP" else {}

    picture = rules.read(saved(halves(), kind, **more))

    kept = opened(picture.png)
    assert (kept.format, kept.mode, kept.size) == ("PNG", "RGB", (400, 300))
    assert (picture.width_px, picture.height_px) == (400, 300)
    assert near(kept.getpixel((50, 150)), RED)
    assert near(kept.getpixel((350, 150)), BLUE)


def test_the_same_picture_has_the_same_key_whatever_file_it_came_in():
    as_png = rules.read(saved(halves(), "PNG"))
    as_webp = rules.read(saved(halves(), "WEBP", lossless=True))

    assert as_png.sha256 == as_webp.sha256
    assert len(as_png.sha256) == 64
    assert as_png.sha256 != rules.read(saved(halves(BLUE, RED))).sha256


def test_what_is_see_through_stays_so():
    kept = opened(rules.read(saved(halves((255, 0, 0, 0), (0, 0, 255, 255), mode="RGBA"))).png)

    assert kept.mode == "RGBA"
    assert kept.getpixel((50, 50))[3] == 0
    assert kept.getpixel((350, 50)) == (0, 0, 255, 255)


def test_a_palette_with_a_hole_becomes_see_through():
    image = halves(0, 1, mode="P")
    image.putpalette([255, 0, 0, 0, 255, 0])

    kept = opened(rules.read(saved(image, transparency=0)).png)

    assert kept.getpixel((50, 50))[3] == 0
    assert kept.getpixel((350, 50)) == (0, 255, 0, 255)


@pytest.mark.parametrize(("mode", "left", "right"), [
    ("1", 0, 1), ("L", 0, 255), ("LA", (0, 255), (255, 255)), ("I;16", 0, 65535),
])  # fmt: skip
def test_pictures_without_colour_keep_black_and_white(mode, left, right):
    kept = opened(rules.read(saved(halves(left, right, mode=mode))).png)

    assert kept.getpixel((50, 50))[:3] == (0, 0, 0)
    assert kept.getpixel((350, 50))[:3] == (255, 255, 255)


def test_a_picture_in_printing_inks_comes_into_screen_colours():
    inks = halves((0, 255, 255, 0), (255, 255, 0, 0), mode="CMYK")

    kept = opened(rules.read(saved(inks, "JPEG", quality=95)).png)

    assert kept.mode == "RGB"
    assert near(kept.getpixel((50, 150)), (255, 0, 0), by=12)
    assert near(kept.getpixel((350, 150)), (0, 0, 255), by=12)


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_a_colour_profile_is_applied_and_left_behind(mode):
    image = halves((255, 0, 0), (0, 0, 255)).convert(mode)

    kept = opened(rules.read(saved(image, icc_profile=swapping_profile())).png)

    assert near(kept.getpixel((50, 150))[:3], (0, 255, 0))
    assert near(kept.getpixel((350, 150))[:3], (0, 0, 255))
    assert "icc_profile" not in kept.info


@pytest.mark.parametrize(
    "profile",
    [
        b"no profile at all",
        ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes(),
    ],
)
def test_a_profile_that_does_not_fit_is_passed_over(profile):
    kept = opened(rules.read(saved(halves(), icc_profile=profile)).png)

    assert kept.getpixel((50, 150)) == RED


def test_a_photograph_is_put_upright_and_forgets_its_camera():
    picture = rules.read(saved(halves(), "JPEG", exif=turned(6), quality=95))

    kept = opened(picture.png)
    assert kept.size == (300, 400)
    assert near(kept.getpixel((150, 50)), RED)
    assert near(kept.getpixel((150, 350)), BLUE)
    assert not kept.getexif()
    assert kept.info == {}
    assert b"Anneleen" not in picture.png + picture.small_png


def test_a_broken_note_of_the_camera_harms_nobody():
    exif = turned(6)

    picture = rules.read(saved(halves(), "JPEG", exif=exif[:12] + b"\xff" * 40))

    assert {picture.width_px, picture.height_px} == {300, 400}


def test_a_large_picture_is_kept_as_fine_as_cloth_shows_and_small_for_pages():
    picture = rules.read(saved(Image.new("RGB", (4800, 2400), RED), "JPEG"))

    assert (picture.width_px, picture.height_px) == (
        print_limits.KEPT_SIDE,
        print_limits.KEPT_SIDE // 2,
    )
    assert opened(picture.small_png).size == (print_limits.SMALL_SIDE, print_limits.SMALL_SIDE // 2)


def test_a_second_picture_in_a_telephones_jpeg_is_no_film():
    image, depth = halves(), halves()

    content = saved(image, "MPO", save_all=True, append_images=[depth])

    assert rules.read(content).width_px == 400


REFUSED = [
    (b"", "nothing in this file"),
    (b"hello, I am a picture", "no PNG, JPEG or WebP picture, whatever its name says"),
    (saved(halves(0, 1, mode="P"), "GIF"), "We cannot print GIF files"),
    (saved(halves(), "TIFF"), "We cannot print TIFF files"),
    (saved(halves(), "BMP"), "We cannot print BMP files"),
    (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "We cannot print SVG files"),
    (b"\xef\xbb\xbf\n<?xml version='1.0'?><svg/>", "We cannot print SVG files"),
    (b"%PDF-1.7 and so on", "We cannot print PDF files"),
    (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "We cannot print HEIC files"),
    (saved(halves())[:-400], "damaged or not complete"),
    (saved(halves(), "JPEG")[:1500], "damaged or not complete"),
    (saved(halves(), "WEBP")[:60], "damaged or not complete"),
    (b"\x89PNG\r\n\x1a\n" + bytes(100), "damaged or not complete|no PNG"),
    (a_png_that_says(60_000, 60_000), "more than 25 million pixels"),
    (a_png_that_says(2**31 - 1, 2**31 - 1), "more than 25 million pixels|damaged"),
    (a_png_that_says(20_000, 300), "a side beyond 9000"),
    (a_png_that_says(5001, 5000), "more than 25 million pixels"),
    (a_png_that_says(4000, 4000), "damaged or not complete"),
    (saved(Image.new("RGB", (199, 500))), "199 by 500 pixels; it needs at least 200"),
    (saved(halves(), "PNG", save_all=True, append_images=[halves(BLUE, RED)]), "moves"),
    (saved(halves(), "WEBP", save_all=True, append_images=[halves(BLUE, RED)]), "moves"),
]


@pytest.mark.parametrize(("content", "sentence"), REFUSED, ids=[each for _, each in REFUSED])
def test_what_cannot_be_printed_gets_a_sentence(content, sentence):
    with pytest.raises(Unreadable, match=sentence):
        rules.read(content)


def test_a_file_too_heavy_is_not_even_looked_into():
    with pytest.raises(Unreadable, match="more than 20 MB"):
        rules.read(saved(halves()) + bytes(print_limits.MOST_BYTES))


def test_text_that_unpacks_without_end_is_refused():
    bomb = zlib.compress(bytes(50_000_000), 9)
    head, rest = (png := saved(halves()))[:33], png[33:]

    with pytest.raises(Unreadable, match="damaged"):
        rules.read(head + chunk(b"zTXt", b"Comment\0\0" + bomb) + rest)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_whatever_is_broken_in_it_there_is_a_sentence_or_a_picture(kind):
    chance = random.Random(3)
    whole = saved(halves(size=(220, 210)), kind)
    for _each in range(150):
        content = bytearray(whole[: chance.choice((len(whole), chance.randrange(len(whole))))])
        for _flip in range(min(len(content), chance.randrange(1, 9))):
            content[chance.randrange(len(content))] = chance.randrange(256)
        with suppress(Unreadable):
            rules.read(bytes(content))


def test_when_many_come_at_once_the_last_are_asked_to_come_again(monkeypatch):
    monkeypatch.setattr(reading, "PATIENCE_S", 0.01)

    with reading._desk, pytest.raises(Unreadable, match="again in a minute"):
        rules.read(saved(halves()))

    assert rules.read(saved(halves())).width_px == 400
