"""Outlets named in running text: which words, which outlet, how sure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Outlet
from generator.outlets import Mention, Registry, builtin_registry

REGISTRY = builtin_registry()


def found(text: str, registry: Registry = REGISTRY) -> list[tuple[str, str | None]]:
    """Return the names that `text` is found to hold, each with its outlet's slug."""
    return [(m.name, m.outlet.slug if m.outlet else None) for m in registry.mentions(text)]


def only(text: str, registry: Registry = REGISTRY) -> Mention:
    """Return the one mention in `text`."""
    (mention,) = registry.mentions(text)
    return mention


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le Monde diplomatique writes", [("Le Monde diplomatique", "le-monde-diplomatique")]),
        ("ABC News said so", [("ABC News", "abc-news")]),
        ("Hürriyet Daily News said", [("Hürriyet Daily News", "hurriyet-daily-news")]),
        ("Time magazine said", [("Time magazine", "time")]),
    ],
)
def test_longest_match(text: str, expected: list[tuple[str, str]]) -> None:
    """The longest name that fits is taken, and nothing inside it."""
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The New York Times reports", [("The New York Times", "the-new-york-times")]),
        ("in the New York Times", [("New York Times", "the-new-york-times")]),
        ("the New York Times’s view", [("New York Times", "the-new-york-times")]),
        ("an N.Y. Times editor", [("N.Y. Times", "the-new-york-times")]),
        ("The A.P. adds", [("A.P.", "associated-press")]),
        ("L’Humanité", [("L’Humanité", "lhumanite")]),
        ("Le Figaro,", [("Le Figaro", "le-figaro")]),
        ("Frankfurter\nAllgemeine Zeitung", [("Frankfurter\nAllgemeine Zeitung", None)]),
        ("Al-Arabiya, Al Arabiya", [("Al-Arabiya", "al-arabiya"), ("Al Arabiya", "al-arabiya")]),
        ("lit dans le Monde", [("le Monde", "le-monde")]),
        ("in al-Ahram", [("al-Ahram", "al-ahram")]),
        ("ash-Sharq al-Awsat", [("ash-Sharq al-Awsat", "asharq-al-awsat")]),
        ("dpa meldet", [("dpa", "deutsche-presse-agentur")]),
        ("据新华社报道", [("新华社", "xinhua")]),
        ("연합뉴스는", [("연합뉴스", "yonhap-news-agency")]),
        ("Газета «Коммерсантъ» пишет", [("Коммерсантъ", "kommersant")]),
        (
            "Les Inrocks et les Cahiers du cinéma",
            [("Les Inrocks", "les-inrockuptibles"), ("Cahiers du cinéma", "cahiers-du-cinema")],
        ),
        ("Rock, Paper, Shotgun said", [("Rock, Paper, Shotgun", "rock-paper-shotgun")]),
        ("Al Hayat, الحياة اللندنية", [("Al Hayat", "al-hayat"), ("الحياة", "al-hayat")]),
        ("журнал «Искусство кино»", [("Искусство кино", "iskusstvo-kino")]),
        ("週刊ファミ通によると", [("週刊ファミ通", "famitsu")]),
        ("see lenta.ru today", [("lenta.ru", "lenta-ru")]),
    ],
)
def test_ways_of_writing(text: str, expected: list[tuple[str, str | None]]) -> None:
    """Articles, accents, hyphens, line breaks, points and scripts do not hide a name."""
    names = found(text)
    assert [name for name, _ in names] == [name for name, _ in expected]
    for (_, slug), (_, wanted) in zip(names, expected, strict=True):
        assert wanted is None or slug == wanted


@pytest.mark.parametrize(
    "text",
    [
        "the new york times",
        "a daily mail run",
        "in New York. Times are hard",
        "https://www.reuters.com/world/",
        "write to news@reuters.com",
        "an ex-Reuters man",
        "Reutersson",
        "the AP-NORC poll",
        "#Reuters",
        "@Reuters",
        "Le\n\n\nFigaro and nothing",
        "La croix est lourde. Le point final",
        "Millions said so, in New York as in Paris",
    ],
)
def test_no_name(text: str) -> None:
    """Small letters, longer words, addresses and hyphenated words name no outlet."""
    assert [m for m in REGISTRY.mentions(text) if not m.weak] == []


@pytest.mark.parametrize(
    "text",
    [
        "Time is short",
        "The Sun rose",
        "an Advance of troops",
        "The Metro was closed",
        "The Island is small",
        "The Star shone",
        "The Post Office",
        "People said",
        "A Guardian angel",
        "an Independent senator",
        "a Spectator left",
        "The Australian minister",
        "Mayor Bloomberg said",
        "Michael Bloomberg said",
        "President Chandrika Kumaratunga said",
        "the i of the word",
        "The Empire fell",
        "the Edge of Reason",
        "Q & A",
        "Variety is the spice",
        "a Broadcast on Deadline",
        "The Face of the clock",
        "Prof. Cicero Apollo",
        "Труд и капитал",
        "في الخليج",
    ],
)
def test_weak(text: str) -> None:
    """Names that are also words, places or people are weak mentions."""
    mentions = REGISTRY.mentions(text)
    assert all(mention.weak for mention in mentions), mentions


@pytest.mark.parametrize(
    "text",
    [
        "the Guardian reports",
        "The Independent reports",
        "The Economist says",
        "Reuters writes",
        "Bloomberg notes",
        "Meanwhile Bloomberg notes",
        "Time magazine",
        "AP reports",
        "the FT says",
    ],
)
def test_strong(text: str) -> None:
    """An article, a longer form or fame settles that an outlet is meant."""
    assert not only(text).weak


@pytest.mark.parametrize(
    ("text", "country", "slug"),
    [
        ("writes Al Khaleej (UAE).", "AE", "al-khaleej"),
        ("columnist in Anadolu Ajansi (Turkey)", "TR", "anadolu-agency"),
        ("the Chinese newspaper Global Times", "CN", "global-times"),
        ("South Korean Yonhap news agency", "KR", "yonhap-news-agency"),
        ("South Korea’s state-run Yonhap news agency", "KR", "yonhap-news-agency"),
        ("the UK Sky News", "GB", "sky-news"),
        ("the Croatian edition of Advance", "HR", "advance"),
        ("Pakistan's The Nation", "PK", "the-nation-pk"),
        ("The Nation (Nigeria)", "NG", "the-nation-ng"),
        ("The Nation, a Pakistani daily,", "PK", "the-nation-pk"),
        ("the Sri Lankan weekly The Sunday Times", "LK", "the-sunday-times-lk"),
        ("The Times (London, UK)", "GB", "the-times"),
        ("the Qatar-based Al Jazeera", "QA", "al-jazeera"),
        ("The Australian ABC said", "AU", "abc-news-australia"),
        ("Colombia's El País", "CO", "el-pais-co"),
        ("El País (Uruguay)", "UY", "el-pais-uy"),
        ("Russia's NTV", "RU", "ntv-ru"),
        ("The Star (Malaysia)", "MY", "the-star-my"),
        ("the Sri Lankan daily Divaina", "LK", "divaina"),
        ("the Danish broadcaster TV 2", "DK", "tv-2-dk"),
    ],
)
def test_country_cues(text: str, country: str, slug: str) -> None:
    """A country that the text gives to a name chooses between namesakes."""
    mention = REGISTRY.mentions(text)[-1]
    assert mention.country_cue == country
    assert mention.outlet is not None
    assert mention.outlet.slug == slug


@pytest.mark.parametrize(
    "text",
    [
        "The Russian president told Dawn",
        "China, The Guardian says",
        "In Iran. Reuters reports",
        "told Dawn, the Russian president said",
        "a Polish diplomat to the Guardian",
        "tell us Reuters says",
    ],
)
def test_no_country_cue(text: str) -> None:
    """A country in another part of the sentence says nothing about the outlet."""
    assert {mention.country_cue for mention in REGISTRY.mentions(text)} == {None}


def test_undecided() -> None:
    """An abbreviation that known outlets share stays open, with all who bear it."""
    mention = only("as ABC reported")
    assert mention.outlet is None
    assert {o.country for o in mention.candidates} >= {"US", "AU", "ES"}


def test_local_namesakes_are_undecided() -> None:
    """Among local papers of one name none is preferred."""
    assert only("the Daily News wrote").outlet is None


def test_country_that_does_not_fit() -> None:
    """A generic name with a country none of its bearers has is left open."""
    assert only("Ghana's The Guardian").outlet is None
    assert only("Ghana's Reuters").outlet is not None


@pytest.mark.parametrize(
    ("name", "slug"),
    [("The Guardian", "the-guardian"), ("El Mundo", "el-mundo"), ("The Times", "the-times")],
)
def test_flagship_before_namesakes(name: str, slug: str) -> None:
    """Without a cue the world-known bearer of a full name is meant."""
    assert only(f"wrote {name}.").outlet == REGISTRY.by_slug(slug)


SITE = (
    Outlet(slug="tide", name="Tide", country="XK", provenance="site"),
    Outlet(slug="the-guardian", name="The Guardian", country="NZ", provenance="site"),
    Outlet(slug="oq", name="OQ", country="FR", provenance="site"),
    Outlet(slug="new-times", name="Le Monde", country="CH", provenance="site"),
)


def test_site_rows_win() -> None:
    """A site's row replaces its slug's outlet and wins its name from the built-in ones."""
    registry = REGISTRY.with_site_rows(SITE)
    assert registry.by_slug("the-guardian") == SITE[1]
    assert len(registry) == len(REGISTRY) + 3
    assert only("the Guardian said", registry).outlet == SITE[1]
    assert only("Le Monde said", registry).outlet == SITE[3]
    assert registry.named("Le Monde")[0] == SITE[3]


def test_site_rows_leave_the_registry_alone() -> None:
    """Laying rows over a registry changes nothing in it."""
    before = tuple(REGISTRY)
    REGISTRY.with_site_rows(SITE)
    assert tuple(REGISTRY) == before


def test_site_names_are_weak_only_as_words() -> None:
    """A short name from the site is strong; one that is a common word stays weak."""
    registry = REGISTRY.with_site_rows(SITE)
    assert not only("as OQ says", registry).weak
    assert only("as Tide says", registry).weak


def test_order_of_rows_makes_no_difference() -> None:
    """A registry of the same rows in another order finds the same."""
    text = "The Times (UK), ABC, Daily News, El País, the Guardian, Труд"
    assert Registry(tuple(REGISTRY)[::-1]).mentions(text) == REGISTRY.mentions(text)


NAMES = st.sampled_from([n for o in REGISTRY for n in (o.name, *o.aliases, *o.native_names)])
PIECES = st.one_of(
    NAMES, st.text(max_size=12), st.sampled_from(["The ", "’s ", " (UK) ", "\n", "."])
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_law_of_spans(text: str) -> None:
    """In any text, mentions are slices in order, never overlap, and come out the same again."""
    mentions = REGISTRY.mentions(text)
    end = 0
    for mention in mentions:
        assert mention.span.of(text) == mention.name
        assert end <= mention.span.start < mention.span.end
        assert mention.candidates
        assert mention.outlet is None or mention.outlet in mention.candidates
        end = mention.span.end
    assert REGISTRY.mentions(text) == mentions
