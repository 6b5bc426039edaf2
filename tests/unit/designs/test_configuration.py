from urllib.parse import parse_qsl, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from shop.catalogue.rules import Section
from shop.designs.rules import Configuration, Step
from shop.designs.rules.configuration import ALONE, PARTS, TEXT_MAX
from tests.builders.catalogue import shipped

RESERVED = {*PARTS, *ALONE}
codes = st.from_regex(r"[a-z]{1,8}(-[a-z]{1,4})?", fullmatch=True).filter(
    lambda code: code not in RESERVED and not code.startswith(("f-", "text-"))
)
texts = st.text(
    st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"),
    min_size=1,
    max_size=TEXT_MAX,
)
names = st.one_of(st.just(""), codes)
states = st.builds(
    Configuration,
    garment=codes,
    choices=st.dictionaries(codes, texts, max_size=6),
    step=st.sampled_from(Step),
    wearer=names,
    line=names,
    again=names,
    view=st.sampled_from(["front", "back", "cloth"]),
)


def asked(url):
    return dict(parse_qsl(urlsplit(url).query, keep_blank_values=True))


@given(states)
def test_a_state_comes_back_from_its_address(state):
    back = Configuration.read(state.garment, asked(state.url()))

    assert back == state
    assert list(back.choices) == list(state.choices)
    assert back.url() == state.url()


@given(states)
def test_what_is_saved_and_put_is_the_same_state(state):
    for url in (state.going("save"), state.put_url()):
        assert Configuration.read(state.garment, asked(url)) == state


@given(states)
def test_a_shared_address_holds_nobodys_body_and_nobodys_bag(state):
    shared = asked(state.share_url())

    assert shared == {**state.choices, "step": "cloth"}


def test_a_profile_just_made_is_who_wears_it():
    state = Configuration.read("shirt", {"for": "old", "profile": "new"})

    assert (state.wearer, asked(state.url())["for"]) == ("new", "new")


def test_what_means_nothing_falls_back_to_the_beginning():
    state = Configuration.read(
        "shirt", {"step": "dance", "view": "inside", "cloth": "", "x": "y" * 9999}
    )

    assert (state.step, state.view) == (Step.CLOTH, "front")
    assert state.choices == {"x": "y" * TEXT_MAX}


def test_no_address_tells_of_a_body():
    state = Configuration.read("shirt", {"body.chest": "1300", "fit": "slim"})

    assert state.choices == {"fit": "slim"}
    assert "body" not in state.url()


def test_choosing_again_replaces_and_keeps_the_order():
    state = Configuration(garment="shirt", choices={"cloth": "a", "fit": "b"}).choosing(
        "cloth", "c"
    )

    assert list(state.choices.items()) == [("cloth", "c"), ("fit", "b")]


def test_no_garment_asks_a_question_by_a_name_of_ours():
    every = tuple(shipped().garments)
    assert every
    for garment in every:
        codes = {group.code for group in garment.model.groups}
        assert not codes & RESERVED
        assert not any(code.startswith(("text-", "f-")) for code in codes)


def test_every_section_is_a_step():
    assert {section.value for section in Section} == {step.value for step in Step} - {"review"}
