"""A content folder is read whole, by the types of the schema, in any order of its files."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

import pytest

from generator.load import load_site, read_site, read_sound
from generator.model import (
    Correction,
    DigestContent,
    Image,
    Lean,
    QuotationEntry,
    QuotedText,
    Rating,
    SiteContent,
    Topic,
    Work,
)
from generator.outlets import builtin_registry
from generator.problems import ProblemsFoundError
from tests.load.site import FILES, PNG, every_key, write

REGISTRY = builtin_registry()


@pytest.fixture(name="site")
def _site(tmp_path: Path) -> SiteContent:
    return load_site(every_key(tmp_path), registry=REGISTRY)


@pytest.fixture(name="digest")
def _digest(site: SiteContent) -> DigestContent:
    return site.digests[0]


def test_words_stay_words(digest: DigestContent) -> None:
    """`no`, `on`, `12:30`, `1984` are the words typed where words are meant."""
    editorial = digest.editorial
    assert editorial.title == "no"
    assert editorial.place == "12:30"
    assert editorial.tags == ("budget", "12:30")
    assert editorial.approved_by == ("on",)
    assert editorial.work == Work(
        type="book",
        title="1984",
        creator="G. Orwell",
        published="1949",
        identifier="978-0141036144",
    )
    assert digest.articles[1].headline == "no"


def test_norway(site: SiteContent) -> None:
    """`country: NO` is Norway, and every value of an outlet arrives."""
    outlet = site.outlets[0]
    assert outlet.slug == "northwind-gazette"
    assert outlet.country == "NO"
    assert outlet.aliases == ("the Gazette", "NG")
    assert outlet.native_names == ("Nordvindavisen",)
    assert outlet.languages == ("nb", "en-GB")
    assert outlet.domain == "northwind.example"
    assert outlet.lean == Lean(value="centre", source="its own masthead")
    assert outlet.provenance == "site"


def test_dates_and_times(digest: DigestContent) -> None:
    """Dates are dates, and moments keep their zone."""
    editorial = digest.editorial
    assert editorial.date == dt.date(2026, 11, 23)
    assert editorial.modified == dt.datetime(2026, 11, 24, 8, 30, tzinfo=dt.UTC)
    zone = dt.timezone(dt.timedelta(hours=1))
    assert editorial.embargo == dt.datetime(2026, 11, 23, 18, tzinfo=zone)


def test_editorial(digest: DigestContent) -> None:
    """The editor's values arrive, short forms and empty ones too."""
    editorial = digest.editorial
    assert (editorial.status, editorial.kind) == ("review", "work")
    assert editorial.topic == "finance"
    assert editorial.language == "pt-BR"
    assert editorial.editors == ("Lea Brandt", "Ola Moe")
    assert editorial.lede == ""
    assert editorial.standfirst == "Two lines that are one."
    assert (editorial.summary.engine, editorial.summary.sentences) == ("lead", 2)
    assert editorial.hide == (("aaa111", 51), ("bbb222", 51))
    assert editorial.corrections == (
        Correction(
            date=dt.date(2026, 11, 25),
            what="It was Tuesday.",
            why="A slip.",
            kind="factual",
            quotation="abc123",
            line=53,
        ),
    )
    assert editorial.related == ("taxes",)
    assert editorial.silent == ("Qalbar Herald",)
    assert editorial.was == ("budget", "the-budget")


def test_quotations(digest: DigestContent) -> None:
    """Entries of `quotations` arrive with their lines."""
    assert digest.editorial.quotations == (
        QuotationEntry(
            line=34,
            article="leader",
            text="a leap in the dark",
            speaker="Ana Ruiz",
            role="minister",
            via="Qalbar Herald",
            original=QuotedText(text="un salto", language="es"),
            translator="Ola Moe",
            pin=True,
            order=1,
            kind="direct",
            note="Said in parliament.",
            acknowledge="The wire had it so.",
            was="q-old",
        ),
        QuotationEntry(
            line=47, id="abc123", merge=("def456",), outlet="NG", withdrawn="She denied it."
        ),
    )


def test_image(digest: DigestContent) -> None:
    """The picture has its size."""
    assert digest.editorial.image == Image(
        file="images/briefcase.png",
        alt="A red briefcase",
        caption="The briefcase",
        credit="Ana Ruiz, CC BY 4.0",
        width=3,
        height=2,
    )


def test_articles(digest: DigestContent) -> None:
    """Listed articles come first, in order and as overridden; the rest by id."""
    leader, herald, other = digest.articles
    assert (leader.id, herald.id, other.id) == ("leader", "herald.2", "a")
    assert (leader.markup, herald.markup, other.markup) == ("text", "markdown", "html")
    assert (herald.stance, herald.hidden) == ("against", True)
    assert herald.rating == Rating(printed="8.5/10", share=0.85)
    assert leader.rating == Rating(printed="B+", share=0.83)
    assert (leader.language, herald.language) == ("nb", "pt-BR")
    assert (leader.stance, leader.hidden, leader.publish_in_full) == ("for", False, True)
    assert leader.outlet.name == "Northwind Gazette"
    assert other.outlet == leader.outlet
    assert leader.published == dt.date(2026, 11, 22)
    assert leader.url == "https://northwind.example/leader?a=1&b=2#top"
    assert leader.file == "content/digests/budget-week/articles/leader.txt"


def test_article_text_is_untouched(digest: DigestContent) -> None:
    """An article's text is the whole file, and its body a slice after the front matter."""
    leader = digest.articles[0]
    stored = FILES["digests/budget-week/articles/leader.txt"]
    assert leader.text == stored
    assert leader.body.of(leader.text) == "A leap in the dark.\n"
    assert leader.text_hash == hashlib.sha256(stored.encode()).hexdigest()


def test_newlines_and_mark_stay(tmp_path: Path) -> None:
    """CRLF and a byte-order mark stay in the text, and neither disturbs the front matter."""
    article = "\ufeff---\r\noutlet: The Guardian\r\nheadline: “A”\r\n---\r\nOne.\r\n\r\nTwo.\r\n"
    files = {
        "digests/d/digest.yaml": "\ufefftitle: T\r\ndate: 2026-11-23\r\n",
        "digests/d/articles/a.md": article,
        "digests/d/review.md": "\ufeffWords.\r\n",
    }
    (digest,) = load_site(write(tmp_path / "content", files), registry=REGISTRY).digests
    assert digest.articles[0].text == article
    assert digest.articles[0].body.of(article) == "One.\r\n\r\nTwo.\r\n"
    assert digest.articles[0].headline == "“A”"
    assert digest.review is not None
    assert digest.review.body.of(digest.review.text) == "Words.\r\n"


def test_review_may_begin_with_a_line(tmp_path: Path) -> None:
    """Three hyphens that draw a line across the page hide no words of a review."""
    review = "---\nFirst words.\n\n---\nMore words.\n"
    files = {"digests/d/digest.yaml": "title: T\ndate: 2026-11-23\n", "digests/d/review.md": review}
    (digest,) = load_site(write(tmp_path / "content", files), registry=REGISTRY).digests
    assert digest.review is not None
    assert digest.review.body.of(review) == review


def test_topics_and_people(site: SiteContent) -> None:
    """Topics name their parents by slug; people and topics are sorted by slug."""
    assert site.topics == (
        Topic(slug="finance", name="Public finance", description="What a state takes and spends."),
        Topic(slug="taxes", name="Taxes", parent="finance"),
    )
    assert [person.slug for person in site.people] == ["ana-ruiz", "dr-no"]
    assert site.people[1].name == "No"


def test_order_on_disk_does_not_matter(tmp_path: Path) -> None:
    """Files written in another order give the same content."""
    files: dict[str, str | bytes] = {**FILES, "digests/budget-week/images/briefcase.png": PNG}
    forth = write(tmp_path / "a" / "content", files)
    back = write(tmp_path / "b" / "content", dict(reversed([*files.items()])))
    assert load_site(forth, registry=REGISTRY) == load_site(back, registry=REGISTRY)


def test_language_of_site(tmp_path: Path) -> None:
    """A digest that names no language has the site's, and its articles too."""
    files = {
        "digests/d/digest.yaml": "title: T\ndate: 2026-11-23\n",
        "digests/d/articles/a.md": "---\noutlet: Le Monde\nheadline: A\n---\nUn mot.\n",
    }
    content = write(tmp_path / "content", files)
    (digest,) = load_site(content, registry=REGISTRY, language="fr").digests
    assert digest.editorial.language == digest.articles[0].language == "fr"


def test_errors_are_raised_together(tmp_path: Path) -> None:
    """`load_site` raises every problem of the run at once."""
    files = {
        "digests/a/digest.yaml": "date: 2026-11-23\n",
        "digests/b/digest.yaml": "title: T\ndate: never\n",
        "outlets.yaml": "- kind: daily\n",
    }
    with pytest.raises(ProblemsFoundError) as raised:
        load_site(write(tmp_path / "content", files), registry=REGISTRY)
    assert [problem.code for problem in raised.value.problems] == [
        *("D001", "Y009"),
        *("D001", "Y012"),
        "Y009",
    ]


def test_missing_folder(tmp_path: Path) -> None:
    """A content folder that is not there is a problem of its own."""
    site, problems = read_site(tmp_path / "content", registry=REGISTRY)
    assert site is None
    assert [str(problem) for problem in problems] == [
        "content:1: F001 there is no such folder. Check the name."
    ]


def test_one_digest_of_a_site(tmp_path: Path) -> None:
    """A digest folder is read with its site, without the problems of other digests."""
    content = every_key(tmp_path)
    write(content, {"digests/broken/digest.yaml": "title: T\n"})
    assert read_site(content, registry=REGISTRY)[0] is None
    site, problems = read_sound(content / "digests" / "taxes", registry=REGISTRY)
    assert problems == ()
    assert site is not None
    assert [digest.slug for digest in site.digests] == ["taxes"]
    assert [outlet.slug for outlet in site.outlets] == ["northwind-gazette", "qalbar-herald"]


def test_digest_by_itself(tmp_path: Path) -> None:
    """A digest folder that lies in no site is read by itself."""
    files = {"digest.yaml": "title: T\ndate: 2026-11-23\nwas: t\n", "review.txt": "Words.\n"}
    folder = write(tmp_path / "my-digest", files)
    site, problems = read_sound(folder, registry=REGISTRY)
    assert problems == ()
    assert site is not None
    assert site.digests[0].file == "my-digest/digest.yaml"
