"""Outlets looked up by name, slug and domain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.outlets import builtin_registry, country_of

REGISTRY = builtin_registry()


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("the new york times", "the-new-york-times"),
        ("New York Times", "the-new-york-times"),
        ("NYT", "the-new-york-times"),
        ("nytimes.com", "the-new-york-times"),
        ("L’humanite", "lhumanite"),
        ("SUDDEUTSCHE ZEITUNG", "suddeutsche-zeitung"),
        ("新华社", "xinhua"),
        ("Al-Khaleej", "al-khaleej"),
    ],
)
def test_named(name: str, slug: str) -> None:
    """Case, accents, articles and curly marks do not matter; aliases and domains count."""
    assert REGISTRY.named(name)[0].slug == slug


def test_named_by_country() -> None:
    """A country narrows namesakes down."""
    assert len(REGISTRY.named("The Nation")) > 2
    assert [o.slug for o in REGISTRY.named("The Nation", country="PK")] == ["the-nation-pk"]
    assert REGISTRY.named("The Nation", country="FI") == ()


def test_resolve() -> None:
    """A name resolves to its plain bearer, or to none."""
    assert REGISTRY.resolve("The Guardian") == REGISTRY.by_slug("the-guardian")
    assert REGISTRY.resolve("ABC") is None
    assert REGISTRY.resolve("ABC", country="ES") == REGISTRY.by_slug("abc")
    assert REGISTRY.resolve("No Such Gazette") is None


@pytest.mark.parametrize(
    ("domain", "slug"),
    [
        ("theguardian.com", "the-guardian"),
        ("www.theguardian.com", "the-guardian"),
        ("https://amp.theguardian.com/world", "the-guardian"),
        ("thetimes.com", "the-times"),
        ("news.sky.com", "sky-news"),
    ],
)
def test_by_domain(domain: str, slug: str) -> None:
    """A domain, with or without what stands before it, leads to its outlet."""
    outlet = REGISTRY.by_domain(domain)
    assert outlet is not None
    assert outlet.slug == slug


@pytest.mark.parametrize("domain", ["", "com", "example.org", "co.uk", "..", "://"])
def test_unknown_domain(domain: str) -> None:
    """No domain, a bare ending or an unknown one leads nowhere."""
    assert REGISTRY.by_domain(domain) is None


def test_suggest() -> None:
    """A misspelt name brings the name that was meant, first."""
    assert REGISTRY.suggest("The Gaurdian")[0] == "The Guardian"
    assert REGISTRY.suggest("Washingtn Post", limit=1) == ("The Washington Post",)
    assert REGISTRY.suggest("qqqqqqqqqq") == ()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("UAE", "AE"),
        ("the United Arab Emirates", "AE"),
        ("South Korean", "KR"),
        ("North Korea", "KP"),
        ("DPRK", "KP"),
        ("UK", "GB"),
        ("British", "GB"),
        ("U.S.", "US"),
        ("Turkey", "TR"),
        ("Türkiye", "TR"),
        ("Côte d'Ivoire", "CI"),
        ("Bosnia and Herzegovina", "BA"),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_country_of(words: str, code: str | None) -> None:
    """Names, short forms and adjectives of countries lead to their codes; other words do not."""
    assert country_of(words) == code


@given(st.text(max_size=60))
def test_law_no_crash(text: str) -> None:
    """Any string can be looked up."""
    REGISTRY.named(text)
    REGISTRY.by_domain(text)
    REGISTRY.suggest(text)
    country_of(text)
