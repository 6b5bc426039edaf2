import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shop.measurements.rules import KEYS, Measured, Source, measure
from shop.measurements.rules.freesewing import MOST_BYTES, Scale, Unreadable, read_set, written
from shop.measurements.rules.names import name_of

JO = {"neck": 380, "chest": 985.4, "knee": 390, "waist": 800, "shoulderSlope": 13}


def as_json(measurements, **facts):
    return json.dumps({"name": "Jo", "measurements": measurements, **facts}).encode()


def test_a_set_is_read_in_whole_millimetres():
    found = read_set(as_json(JO, units="metric"))

    assert (found.name, found.scale, found.others) == ("Jo", Scale.MM, 0)
    assert found.lengths == {"neck": 380, "chest": 985, "knee": 390, "natural_waist": 800}
    assert found.unknown == ("shoulderSlope",)


def test_yaml_says_the_same():
    content = b"name: Jo\nunits: metric\nmeasurements:\n  neck: 380\n  chest: 985.4\n"

    assert read_set(content).lengths == {"neck": 380, "chest": 985}


def test_an_older_file_and_a_list_are_read():
    sets = [{"name": "A", "measies": {"neck": 350}}, {"measurements": {"neck": 400}}, "nonsense"]

    found = read_set(json.dumps(sets).encode())

    assert (found.name, found.lengths, found.others) == ("A", {"neck": 350}, 1)


def test_imperial_sets_are_millimetres_too():
    found = read_set(as_json({"neck": 380, "chest": 985}, units="imperial"))

    assert (found.scale, found.lengths["neck"]) == (Scale.MM, 380)


@pytest.mark.parametrize(
    ("numbers", "units", "scale", "neck"),
    [
        ({"neck": 38, "chest": 98.5, "seat": 101}, "metric", Scale.CM, 380),
        ({"neck": 15, "chest": 39, "seat": 40}, "imperial", Scale.INCH, 381),
        ({"neck": 15, "chest": 39, "seat": 40}, "metric", Scale.INCH, 381),
        ({"neck": 38, "chest": 98.5, "seat": 101}, "imperial", Scale.CM, 380),
    ],
)
def test_centimetres_and_inches_written_by_hand_are_noticed(numbers, units, scale, neck):
    found = read_set(as_json(numbers, units=units))

    assert (found.scale, found.lengths["neck"]) == (scale, neck)


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[1, 2]", b"\xff\xfe\x00", b"name: Jo", b"measurements: [1]",
        b"measurements: {neck: tall}", b"measurements: {neck: -3, chest: true}",
        b"measurements: {neck: .nan, chest: .inf}", b'{"measurements": {"neck": 1e400}}',
        b"a: &a [1]\nmeasurements: {neck: 380}\nb: *a", b"!!python/object/apply:os.getcwd []",
        b"[" * 20_000, b"- " * 20_000, b"{" * 20_000, b"measurements: {shoulderSlope: 13}",
        b"measurements: {neck: " + b"9" * 6000 + b"}", b"measurements: {neck: 2026-02-31}",
        b"measurements: {? [1] : 2}", b"x" * (MOST_BYTES + 1),
    ],
    ids=range(20),
)  # fmt: skip
def test_what_is_no_such_file_gets_a_sentence(content):
    with pytest.raises(Unreadable) as refused:
        read_set(content)

    assert str(refused.value).endswith((".", "?"))


def test_long_names_and_long_lists_are_cut():
    many = {f"{n}{'x' * 80}": 5 for n in range(500)}

    found = read_set(as_json(JO | many, name=" N" * 100))

    assert len(found.name) == 60
    assert {len(name) for name in found.unknown[1:]} == {40}
    assert len(found.lengths) + len(found.unknown) == 200


def test_what_no_page_can_show_is_left_out():
    content = rb'{"name": "Jo\ud800\u0000", "measurements": {"neck": 380, "tail\ud801": 900}}'

    found = read_set(content)

    assert (found.name, found.unknown) == ("Jo", ("tail",))


@given(st.dictionaries(st.sampled_from(KEYS), st.floats(0, 1), min_size=1))
def test_what_we_write_we_read_again(places):
    body = {}
    for key, at in places.items():
        low, high = measure(key).usual
        body[key] = Measured(mm=round(low + at * (high - low)), source=Source.TAPE)
    known = {key: each.mm for key, each in body.items() if name_of(key).freesewing}
    content = json.dumps(written("Jo", body, is_imperial=False)).encode()

    if known:
        assert read_set(content).lengths == known
    else:
        with pytest.raises(Unreadable):
            read_set(content)


def test_the_notes_say_what_is_near_and_what_was_not_measured():
    body = {
        "neck": Measured(mm=380, source=Source.TAPE),
        "trouser_waist": Measured(mm=890, source=Source.SIZE),
        "waist": Measured(mm=800, source=Source.TAPE),
    }

    found = written("Jo", body, is_imperial=True)

    assert found["units"] == "imperial"
    assert found["measurements"] == {"neck": 380, "hips": 890}
    assert found["notes"] == (
        "hips: FreeSewing may measure a little higher or lower over the hip bones.\n"
        "Not measured with a tape: hips."
    )
