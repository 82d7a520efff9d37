"""Invented views, rich and bare, that the theme's tests draw and a designer looks at.

The press world in them does not exist. Run `python -m tests.theme.samples FOLDER` to write the
pages with the theme's static files and look at them in a browser.
"""

from __future__ import annotations

import dataclasses
import shutil
import sys
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from generator.model import AttributionKind, Span, VerdictKind
from generator.render import FILTERS, JINJA_ENVIRONMENT, draw
from generator.views import shapes
from tests.theme.carried_samples import UTTERANCES

THEME = Path(__file__).parents[2] / "themes" / "pressreview"
DAY = shapes.DateView(text="14 March 2031", iso="2031-03-14")
NEXT_DAY = shapes.DateView(text="15 March 2031", iso="2031-03-15")
DIGEST_ADDRESS = "digests/tidewall/"
TITLE = (
    "The tidewall at Port Esker: a half-built barrier, a resignation, and three countries that "
    "cannot agree who pays"
)
SITE = shapes.SiteView(
    title="The Fold",
    tagline="What the papers of four coasts made of it",
    language="en",
    direction="ltr",
    url="https://fold.example",
    navigation=(
        shapes.Link(text="Reviews", address=""),
        shapes.Link(text="Outlets", address="outlets/"),
        shapes.Link(text="Speakers", address="speakers/"),
        shapes.Link(text="Topics", address="topics/"),
        shapes.Link(text="Archive", address="archive/"),
    ),
    footer=(
        shapes.Link(text="About", address="about/"),
        shapes.Link(text="Corrections policy", address="corrections-policy/"),
    ),
    feed="feeds/atom.xml",
    generator="Pressreview 0.1",
)
ONE_PAGE = shapes.Pagination(number=1, total=1, previous="", next="", pages=())
THREE_PAGES = shapes.Pagination(
    number=2,
    total=3,
    previous="outlets/",
    next="outlets/page/3/",
    pages=(
        shapes.Link(text="1", address="outlets/"),
        shapes.Link(text="2", address="outlets/page/2/"),
        shapes.Link(text="3", address="outlets/page/3/"),
    ),
)
TOPIC = shapes.Link(text="Coasts and water", address="topics/coasts/")
VERDICTS: dict[VerdictKind, shapes.VerdictView] = {
    "exact": shapes.VerdictView(
        kind="exact",
        label="Verbatim",
        explanation="The words stand in the stored article exactly as given here.",
    ),
    "edited": shapes.VerdictView(
        kind="edited",
        label="Shortened",
        explanation="The words stand in the stored article; […] marks what is left out.",
    ),
    "elsewhere": shapes.VerdictView(
        kind="elsewhere",
        label="Found elsewhere",
        explanation="The words stand in another stored article, of the Skerry Post.",
        warning="Found in another article, not in this one",
    ),
    "absent": shapes.VerdictView(
        kind="absent",
        label="Not found",
        explanation="The words are not in the stored article.",
        warning="Not found in the stored source",
    ),
    "unverified": shapes.VerdictView(
        kind="unverified",
        label="Unverified",
        explanation="No source is stored to compare these words with.",
        warning="Not checked: no source is stored",
    ),
}


def frame(address: str, title: str, **more: object) -> shapes.PageFrame:
    """Return the frame of the page at `address`."""
    page = shapes.PageFrame(
        site=SITE,
        address=address,
        root="../" * address.count("/"),
        title=title,
        description="Fourteen voices from six outlets on the barrier that was to keep the sea out.",
        canonical=f"{SITE.url}/{address}",
    )
    return dataclasses.replace(page, **more)  # type: ignore[arg-type]


def outlet(name: str, slug: str, country: str = "Norland") -> shapes.OutletTag:
    """Return an outlet as it is named on a page."""
    return shapes.OutletTag(name=name, address=f"outlets/{slug}/", country=country, registered=True)


def slug_of(tag: shapes.OutletTag) -> str:
    """Return the last part of an outlet's address."""
    return tag.address.rstrip("/").rpartition("/")[2]


LEDGER = outlet("The Esker Ledger", "esker-ledger")
KURIER = outlet("Küsten-Kurier", "kuesten-kurier", "Westmark")
SAHIL = outlet("صحيفة الساحل", "al-sahil", "Qasira")
LONG = outlet(
    "The Quarterly Transactions of the Harbourmasters’ and Pilots’ Benevolent Society",
    "transactions",
    "",
)


def quotation(ident: str, **more: object) -> shapes.QuotationView:
    """Return a quotation of The Esker Ledger, with `more` put in its place."""
    plain = shapes.QuotationView(
        anchor=f"q-{ident}",
        permalink=f"{DIGEST_ADDRESS}#q-{ident}",
        kind="direct",
        kind_label="Direct quotation",
        parts=(
            "“We poured the last caisson knowing that the money had run out the week before,”",
            "“and nobody on the quay was told.”",
        ),
        language="en",
        language_name="",
        direction="ltr",
        outlet=LEDGER,
        speaker=shapes.Link(text="Ilse Varga", address="speakers/ilse-varga/"),
        role="chief engineer of the Tidewall Authority",
        via="Norpress",
        headline="Barrier chief knew of shortfall, letters show",
        article_url="https://ledger.example/2031/03/14/barrier-letters",
        archived="https://archive.example/a1",
        passage_url="https://ledger.example/2031/03/14/barrier-letters#:~:text=We%20poured",
        published=DAY,
        original=None,
        translator="",
        verdict=VERDICTS["exact"],
        narrative_anchor=f"n-{ident}",
        note="",
        acknowledged="",
        withdrawn="",
        corrections=(),
        digest=shapes.Link(text=TITLE, address=DIGEST_ADDRESS),
        date=DAY,
        byline="Tomas Brandt",
        via_address="outlets/norpress/",
        citation=(
            shapes.CitationForm(label="Plain text", text="“We poured,”\n— Ilse Varga & <others>."),
            shapes.CitationForm(label="Markdown", text="> “We poured,”\n>\n> — Ilse Varga."),
        ),
        reference_files=(
            shapes.Download(
                label="BibTeX",
                address=f"{DIGEST_ADDRESS}citations.bib",
                type="application/x-bibtex",
                name="barrier.bib",
            ),
        ),
        facets=(
            shapes.Facet(name="outlet", value="esker-ledger"),
            shapes.Facet(name="kind", value="direct"),
        ),
    )
    return dataclasses.replace(plain, **more)  # type: ignore[arg-type]


def bare_quotation(ident: str, kind: AttributionKind = "indirect") -> shapes.QuotationView:
    """Return a quotation of which hardly anything is known."""
    return quotation(
        ident,
        kind=kind,
        kind_label="Paraphrase",
        parts=("the government would rather lose the harbour than the coalition",),
        speaker=None,
        role="",
        via="",
        headline="",
        article_url="",
        archived="",
        passage_url="",
        published=None,
        verdict=None,
        narrative_anchor="",
        byline="",
        via_address="",
    )


CORRECTION = shapes.CorrectionView(
    date=NEXT_DAY,
    what="The quotation was first credited to the harbour board.",
    why="The Ledger named the speaker in its evening edition.",
    kind="Attribution",
    quotation=shapes.Link(text="The quotation of Ilse Varga", address=f"{DIGEST_ADDRESS}#q-a1"),
)
QUOTATIONS = (
    quotation(
        "a1",
        corrections=(CORRECTION,),
        carried=shapes.Link(
            text="Küsten-Kurier and three others", address=f"{DIGEST_ADDRESS}#u-a1"
        ),
    ),
    quotation(
        "a2",
        kind="mixed",
        kind_label="Partly quoted",
        parts=("the board called the timetable “an act of faith, not of engineering”",),
        verdict=VERDICTS["edited"],
        via="",
        note="The Ledger’s own italics.",
    ),
    quotation(
        "b1",
        outlet=KURIER,
        parts=(
            "“Whoever builds with borrowed stone should not wonder when the lender wants it back.”",
        ),
        original=shapes.QuotedTextView(
            text="„Wer eine Mauer mit geliehenen Steinen baut, darf sich nicht wundern, wenn der "
            "Verleiher seine Steine zurückverlangt.“",
            language="de",
            language_name="German",
            direction="ltr",
        ),
        translator="M. Okafor",
        speaker=None,
        role="",
        via="",
        article_language="de",
        headline="Geliehene Steine: Grenzuferbefestigungsfinanzierungsvereinbarung geplatzt",
        verdict=VERDICTS["unverified"],
        narrative_anchor="",
    ),
    quotation(
        "c1",
        outlet=SAHIL,
        parts=("«البحر لا ينتظر توقيع الوزراء، ومن بنى على الرمل فليسأل الموج.»",),
        language="ar",
        language_name="Arabic",
        direction="rtl",
        headline="البحر لا ينتظر",
        article_language="ar",
        article_direction="rtl",
        verdict=VERDICTS["elsewhere"],
        acknowledged="Al-Sahil repeats its sister paper word for word.",
    ),
    quotation(
        "c2",
        outlet=SAHIL,
        parts=("“Sand,”", "“is a patient creditor.”"),
        original=shapes.QuotedTextView(
            text="«الرمل دائن صبور.»", language="ar", language_name="Arabic", direction="rtl"
        ),
        verdict=VERDICTS["absent"],
    ),
    bare_quotation("d1"),
    quotation(
        "d2",
        parts=(),
        citation=(),
        reference_files=(),
        withdrawn="The minister’s office showed that the letter was forged.",
    ),
)


def article(**more: object) -> shapes.ArticleView:
    """Return an article with `more` put in its place."""
    plain = shapes.ArticleView(
        headline="Barrier chief knew of shortfall, letters show",
        standfirst="Correspondence seen by the Ledger contradicts the minister.",
        byline="Tomas Brandt",
        published=DAY,
        url="https://ledger.example/2031/03/14/barrier-letters",
        archived="https://archive.example/a1",
        language="en",
        direction="ltr",
        language_name="",
        translated_from="",
        translator="",
        via="",
        rating="",
        stance="",
        note="",
        full_text="",
        full_text_markup="markdown",
    )
    return dataclasses.replace(plain, **more)  # type: ignore[arg-type]


def roundup(tag: shapes.OutletTag, *articles: shapes.ArticleView) -> shapes.RoundupView:
    """Return what the outlet of `tag` said among the sample quotations."""
    return shapes.RoundupView(
        anchor=f"o-{slug_of(tag)}",
        outlet=tag,
        articles=articles,
        quotations=(said := tuple(q for q in QUOTATIONS if q.outlet == tag)),
        quotation_count=sum(1 for quotation in said if not quotation.withdrawn),
        verbatim_words=87,
    )


ROUNDUPS = (
    roundup(
        LEDGER,
        article(
            copy=shapes.CopyView(
                words="84 % of this text comes from",
                source=shapes.Link(text="Küsten-Kurier", address="#o-kuesten-kurier"),
            )
        ),
        article(
            headline="A wall, and who is to stand behind it",
            url="",
            archived="",
            byline="",
            published=None,
            stance="critical",
            note="An unsigned leader.",
            full_text="The whole leader.\n\nIts second paragraph.",
        ),
    ),
    roundup(
        KURIER,
        article(
            headline="Geliehene Steine",
            language="de",
            language_name="German",
            translated_from="Danish",
            translator="J. Holm",
            via="Westpresse",
            rating="4/5",
            full_text="<p>Der <b>ganze</b> Artikel.</p>",
            full_text_markup="html",
        ),
    ),
    roundup(
        SAHIL,
        article(headline="البحر لا ينتظر", language="ar", direction="rtl", standfirst=""),
    ),
    roundup(LONG),
)
IMAGE = shapes.ImageView(
    address="theme/img/sample.svg",
    alt="Three unfinished concrete caissons stand in grey water; a crane lies on its side.",
    caption="The northern arm of the tidewall on the morning after work stopped.",
    credit="Photograph: Ana Lind",
    width=1600,
    height=1000,
)


def card(title: str = TITLE, **more: object) -> shapes.DigestCard:
    """Return a digest in a list."""
    plain = shapes.DigestCard(
        title=title,
        address=DIGEST_ADDRESS,
        standfirst="Six newsrooms read the same letters and found six different culprits.",
        date=DAY,
        language="en",
        direction="ltr",
        topic=TOPIC,
        place="Port Esker",
        kind_label="News review",
        image=None,
        outlet_names=("The Esker Ledger", "Küsten-Kurier", "صحيفة الساحل", "Skerry Post"),
        outlets=4,
        quotations=14,
    )
    return dataclasses.replace(plain, **more)  # type: ignore[arg-type]


CARDS = (
    card("Forty winters later, the ferry strike gets its novel", kind_label="Works review"),
    card("حين سكتت المنارة", language="ar", direction="rtl", topic=None, place=""),
    card("Budget week", image=IMAGE, outlets=1, quotations=1, outlet_names=()),
    card("A border, a bridge, and the toll nobody ordered", standfirst=""),
)
MARKED = (
    "The Ledger broke the story on Friday with letters from the barrier’s own chief engineer. "
    "“We poured the last caisson knowing that the money had run out,” she wrote. In Westmark the "
    "Küsten-Kurier was unmoved, and asked who had lent the stones."
)
NARRATIVE = shapes.NarrativeView(
    text=MARKED + "\n\n" + "A second paragraph closes it, with nothing in it that anyone said.",
    body=Span(0, len(MARKED) + 70),
    markup="markdown",
    omit=(),
    marks=(
        shapes.NarrativeMark(
            quotation="a1",
            spans=(Span(MARKED.index("“We"), MARKED.index(" she wrote")),),
            kind="direct",
            label="The Esker Ledger, Ilse Varga",
        ),
        shapes.NarrativeMark(
            quotation="d2",
            spans=(Span(MARKED.index("who had"), MARKED.index(".", MARKED.index("who had"))),),
            kind="indirect",
            label="Küsten-Kurier",
            withdrawn=True,
        ),
    ),
    language="en",
    direction="ltr",
)


def row(label: str, *figures: int, share: int, **more: str) -> shapes.CoverageRow:
    """Return one row of a table; its last figure is what the bar draws."""
    return shapes.CoverageRow(
        label=label,
        figures=tuple(map(str, figures)),
        share=f"{share} %",
        bar=share,
        address=more.get("address", ""),
        note=more.get("note", ""),
    )


def figures(
    heading: str, *columns: str, rows: tuple[shapes.CoverageRow, ...] = ()
) -> shapes.CoverageTable:
    """Return a table of the coverage report."""
    return shapes.CoverageTable(
        heading=heading,
        label={"Countries": "Country"}.get(heading, heading.removesuffix("s")),
        columns=columns,
        basis="Quoted words; share of all 352",
        rows=rows,
        bars=rows[:2],
        undrawn=len(rows[2:]),
        percent=True,
    )


COUNTRIES = (
    row("Norland", 4, 3, 176, share=50),
    row("Qasira", 2, 1, 126, share=36),
    row("Country unknown", 1, 1, 50, share=14),
)
COVERAGE = shapes.CoverageView(
    sentences=(
        "6 of the 9 outlets looked at are quoted: 1 is listed without a quotation, 2 said nothing.",
        "352 words stand in quotation marks; 212 of them (60 %) were found in a stored article.",
    ),
    verdicts=figures(
        "Verdicts",
        "Quotations",
        rows=(
            row("Verbatim", 8, share=62),
            row("Shortened", 3, share=23),
            row("Unverified", 2, share=15),
        ),
    ),
    paraphrases=1,
    countries=figures("Countries", "Outlets", "Quoted", "Words", rows=COUNTRIES),
    languages=figures(
        "Languages",
        "Outlets",
        "Words",
        rows=(row("English", 4, 225, share=64), row("Arabic", 2, 127, share=36)),
    ),
    outlets=figures(
        "Outlets",
        "Quoted",
        "Found",
        "Words",
        rows=(
            row(LEDGER.name, 7, 212, 212, share=60, address=LEDGER.address),
            row(SAHIL.name, 5, 0, 110, share=31, address=SAHIL.address),
            row(LONG.name, 1, 0, 30, share=9),
            row("Radio Halm", 0, 0, 0, share=0, note="silent"),
        ),
    ),
)
NO_COVERAGE = shapes.CoverageView(
    sentences=(),
    verdicts=figures("Verdicts", "Quotations"),
    paraphrases=0,
    countries=figures("Countries", "Outlets", "Quoted", "Words"),
    languages=figures("Languages", "Outlets", "Words"),
    outlets=figures("Outlets", "Quoted", "Found", "Words"),
)
SUMMARY = shapes.SummaryView(
    groups=(
        shapes.SummaryGroupView(
            heading="",
            sentences=(
                shapes.SummarySentenceView(
                    text="Nobody has said who pays.",
                    language="en",
                    direction="ltr",
                    pointers=(shapes.Link(text="the round-up as a whole", address="#round-up"),),
                ),
            ),
        ),
        shapes.SummaryGroupView(
            heading="Told by several outlets",
            sentences=(
                shapes.SummarySentenceView(
                    text="Letters show that the barrier’s engineers knew of the shortfall.",
                    language="en",
                    direction="ltr",
                    pointers=(
                        shapes.Link(text="The Esker Ledger", address="#o-esker-ledger"),
                        shapes.Link(text="Ilse Varga (The Esker Ledger)", address="#q-a1"),
                    ),
                ),
            ),
        ),
        shapes.SummaryGroupView(
            heading="Told by one alone",
            sentences=(
                shapes.SummarySentenceView(
                    text="Wer die Steine lieh, will sie zurück",
                    language="de",
                    direction="ltr",
                    pointers=(shapes.Link(text="Küsten-Kurier", address="#q-b1"),),
                    opening="„",
                    closing="“",
                ),
            ),
        ),
    ),
    label="Sentences chosen from the sources by rule",
    note="Several: independent outlets have it in much the same words",
)
WORK = shapes.WorkView(
    type="Novel",
    title="The Ferrymen’s Winter",
    creator="Oda Lindqvist",
    published="Halyard Books, 2031",
    identifier="ISBN 978-0-00-000000-2",
    ratings=tuple(
        shapes.RatingView(
            outlet=tag,
            critic=critic,
            printed=printed,
            percent=percent,
            anchor=f"o-{slug_of(tag)}" if critic else "",
        )
        for tag, critic, printed, percent in (
            (LEDGER, "Petra Noll", "4/5", 80),
            (KURIER, "H. Abend", "B+", 83),
            (SAHIL, "", "5/10", 50),
        )
    ),
    tally="Three ratings, from 50 to 83 of 100; the middle one is 80.",
)
DIGEST = shapes.DigestView(
    page=frame(
        DIGEST_ADDRESS,
        TITLE,
        kind="article",
        section="",
        image=f"{SITE.url}/theme/img/sample.svg",
        image_alt=IMAGE.alt,
        breadcrumb=(shapes.Link(text="Reviews", address=""), TOPIC),
    ),
    title=TITLE,
    standfirst="Six newsrooms read the same letters and found six different culprits. Only one "
    "asked what happens at the next spring tide.",
    lede="Work on the tidewall stopped on Thursday night with four caissons still on the quay.",
    language="en",
    direction="ltr",
    kind_label="News review",
    date=DAY,
    modified=NEXT_DAY,
    place="Port Esker",
    topic=TOPIC,
    tags=("tidewall", "public works"),
    editors=("R. Amsel", "Y. Haddad"),
    approved_by=("L. Storm",),
    image=IMAGE,
    summary=SUMMARY,
    narrative=NARRATIVE,
    roundups=ROUNDUPS,
    quotation_count=14,
    outlet_count=6,
    coverage=COVERAGE,
    silent=(
        shapes.Link(text="Skerry Post", address="outlets/skerry-post/"),
        shapes.Link(text="Radio Halm", address=""),
    ),
    work=None,
    corrections=(CORRECTION, dataclasses.replace(CORRECTION, kind="", why="", quotation=None)),
    related=CARDS[:2],
    readability=shapes.ReadabilityView(formula="Flesch reading ease", score="58", minutes=4),
    readability_note="Flesch reading ease tells how easily a text reads.",
    previous=shapes.Link(text="Budget week", address="digests/budget-week/"),
    next=shapes.Link(text="The long queue at Halm", address="digests/halm/"),
    filters=(
        shapes.FilterView(
            name="outlet",
            label="Outlet",
            choices=(
                shapes.Choice(value="esker-ledger", label=LEDGER.name, count=9),
                shapes.Choice(value="transactions", label=LONG.name, count=5),
            ),
        ),
        shapes.FilterView(
            name="kind",
            label="Kind",
            choices=(
                shapes.Choice(value="direct", label="Direct quotation", count=12),
                shapes.Choice(value="mixed", label="Partly quoted", count=2),
            ),
        ),
    ),
    downloads=(
        shapes.Download(
            label="JSON", address=f"{DIGEST_ADDRESS}digest.json", type="application/json"
        ),
        shapes.Download(
            label="CSV", address=f"{DIGEST_ADDRESS}q.csv", type="text/csv", name="tidewall.csv"
        ),
    ),
    utterances=UTTERANCES,
)
WORK_DIGEST = dataclasses.replace(
    DIGEST,
    page=frame("digests/ferrymen/", "The Ferrymen’s Winter"),
    title="Forty winters later, the ferry strike gets its novel",
    kind_label="Works review",
    work=WORK,
    image=None,
    narrative=None,
)
BARE_DIGEST = shapes.DigestView(
    page=frame("digests/bare/", "Bare", description="", canonical=""),
    title="Bare",
    standfirst="",
    lede="",
    language="en",
    direction="ltr",
    kind_label="News review",
    date=DAY,
    modified=None,
    place="",
    topic=None,
    tags=(),
    editors=(),
    approved_by=(),
    image=None,
    summary=None,
    narrative=None,
    roundups=(),
    quotation_count=0,
    outlet_count=0,
    coverage=NO_COVERAGE,
    silent=(),
    work=dataclasses.replace(WORK, creator="", published="", identifier="", ratings=(), tally=""),
    corrections=(),
    related=(),
    readability=None,
    previous=None,
    next=None,
)
SAID = (
    shapes.DigestQuotations(digest=card(), quotations=QUOTATIONS[:3], quotation_count=3),
    shapes.DigestQuotations(digest=CARDS[1], quotations=QUOTATIONS[3:], quotation_count=4),
)
INDEX_LINKS = (
    shapes.Link(text=LEDGER.name, address=LEDGER.address, count=12),
    shapes.Link(text=LONG.name, address=LONG.address, count=1),
    shapes.Link(text=SAHIL.name, address=SAHIL.address),
)
HOME = shapes.HomeView(
    page=frame("", SITE.title),
    lead=card(image=IMAGE),
    lead_quotation=QUOTATIONS[2],
    cards=CARDS,
    topics=(shapes.Link(text=TOPIC.text, address=TOPIC.address, count=3),),
    outlets=INDEX_LINKS,
    pagination=dataclasses.replace(THREE_PAGES, number=1, previous=""),
)
OUTLET = shapes.OutletView(
    page=frame(LEDGER.address, LEDGER.name, section="outlets/"),
    outlet=LEDGER,
    facts=(
        shapes.Fact(label="Country", value="Norland"),
        shapes.Fact(label="Kind", value="daily"),
        shapes.Fact(label="Site", value="ledger.example", url="https://ledger.example/"),
    ),
    note="Prints on Sundays too.",
    beside=INDEX_LINKS[1:],
    digests=SAID,
    pagination=THREE_PAGES,
)
LIST = shapes.ListView(
    page=frame("topics/coasts/", TOPIC.text, section="topics/"),
    heading=TOPIC.text,
    introduction="Walls, dredgers and those who live behind them.",
    links=INDEX_LINKS[:1],
    cards=CARDS,
    empty="No digest on this topic is published yet.",
    pagination=THREE_PAGES,
)
INDEX = shapes.IndexView(
    page=frame("outlets/", "Outlets", section="outlets/"),
    heading="Outlets",
    introduction="Every outlet that a review here has quoted.",
    groups=(
        shapes.IndexGroup(heading="Norland", anchor="norland", links=INDEX_LINKS[:2]),
        shapes.IndexGroup(heading="", anchor="all", links=INDEX_LINKS[:1]),
        shapes.IndexGroup(heading="Qasira", anchor="qasira", links=INDEX_LINKS[2:]),
    ),
    empty="No outlet has been quoted yet.",
    pagination=THREE_PAGES,
)
AMENDMENT = shapes.AmendmentView(
    date=NEXT_DAY,
    dated_by_change=False,
    kind="Attribution",
    what=CORRECTION.what,
    why=CORRECTION.why,
    withdrawn="",
    quotation=shapes.Link(text="Ilse Varga, in The Esker Ledger", address=f"{DIGEST_ADDRESS}#q-a1"),
    digest=shapes.Link(text=TITLE, address=DIGEST_ADDRESS),
    address=f"{DIGEST_ADDRESS}#q-a1",
    language="en",
    direction="ltr",
)
BARE_WITHDRAWAL = dataclasses.replace(
    AMENDMENT,
    dated_by_change=True,
    kind="",
    what="",
    why="",
    withdrawn="The minister’s office showed that the letter was forged.",
    quotation=shapes.Link(text=LONG.name, address=f"{DIGEST_ADDRESS}#q-d2"),
)
CORRECTIONS = shapes.CorrectionsView(
    page=frame(
        "corrections/",
        "Corrections",
        section="corrections/",
        feeds=(shapes.Link(text="Corrections", address="corrections/feed.atom"),),
    ),
    heading="Corrections",
    introduction="5 corrections, the newest first",
    entries=(
        AMENDMENT,
        dataclasses.replace(
            AMENDMENT,
            digest=shapes.Link(text="حين سكتت المنارة", address="digests/manara/"),
            what="كان اسم المنارة خاطئًا في الفقرة الأولى.",
            why="",
            kind="",
            quotation=None,
            language="ar",
            direction="rtl",
        ),
        BARE_WITHDRAWAL,
        dataclasses.replace(BARE_WITHDRAWAL, date=None),
    ),
    empty="No corrections so far.",
    feed="corrections/feed.atom",
    pagination=THREE_PAGES,
)
PAGE_HTML = (
    "<p>A page with <a href='https://wall.example/'>a link</a>.</p><h2>Policy</h2><ul><li>One"
    "</li></ul><blockquote><p>Told.</p></blockquote><pre><code>make html</code></pre>"
    "<table><tr><th scope='col'>A</th></tr><tr><td>b</td></tr></table>"
)
RIGHT_TO_LEFT = dataclasses.replace(SITE, title="الطيّة", language="ar", direction="rtl")
RTL_DIGEST = dataclasses.replace(
    DIGEST, page=dataclasses.replace(frame("digests/rtl/", TITLE), site=RIGHT_TO_LEFT)
)

PICTURE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 1000">
<path d="M0 0h1600v1000H0z" fill="#b8c4cc"/><path d="M0 620h1600v380H0z" fill="#5d707c"/>
<path d="M180 430h300v330H180zm380-40h320v400H560zm420 60h280v300H980z" fill="#8b8f8d"/>
<path d="M1300 700 700 180l14-16 612 516zM690 160l-6 250h16z" fill="#2d3338"/>
</svg>
"""

SITE_COVERAGE = shapes.SiteCoverageView(
    page=frame("coverage/", "Coverage", section="coverage/"),
    heading="Coverage",
    coverage=dataclasses.replace(COVERAGE, outlets=NO_COVERAGE.outlets),
    groups=(
        shapes.OutletCoverageGroup(
            heading="Norland",
            rows=(
                shapes.OutletCoverageRow(
                    name=LEDGER.name,
                    address=LEDGER.address,
                    digests="12",
                    quotations="48",
                    words="1,240",
                    silences="3",
                ),
                shapes.OutletCoverageRow(
                    name="Radio Halm",
                    address="",
                    digests="0",
                    quotations="0",
                    words="0",
                    silences="1",
                ),
            ),
        ),
        shapes.OutletCoverageGroup(
            heading="Country unknown",
            rows=(
                shapes.OutletCoverageRow(
                    name=LONG.name,
                    address=LONG.address,
                    digests="1",
                    quotations="1",
                    words="30",
                    silences="0",
                ),
            ),
        ),
    ),
    empty="Nothing has been published yet.",
    pagination=ONE_PAGE,
)

VIEWS: dict[str, shapes.View] = {
    "home": HOME,
    "home-empty": dataclasses.replace(
        HOME,
        page=dataclasses.replace(
            HOME.page,
            site=dataclasses.replace(SITE, tagline="", url="", navigation=(), footer=(), feed=""),
        ),
        lead=None,
        lead_quotation=None,
        cards=(),
        topics=(),
        outlets=(),
        pagination=ONE_PAGE,
    ),
    "home-second": dataclasses.replace(
        HOME,
        page=frame("page/2/", "Page 2"),
        lead=None,
        lead_quotation=None,
        pagination=THREE_PAGES,
    ),
    "digest": DIGEST,
    "digest-work": WORK_DIGEST,
    "digest-bare": BARE_DIGEST,
    "digest-rtl": RTL_DIGEST,
    "outlet": OUTLET,
    "outlet-empty": dataclasses.replace(
        OUTLET,
        outlet=dataclasses.replace(LONG, registered=False),
        facts=(),
        note="",
        beside=(),
        digests=(),
        pagination=ONE_PAGE,
    ),
    "speaker": shapes.SpeakerView(
        page=frame("speakers/ilse-varga/", "Ilse Varga", section="speakers/"),
        name="Ilse Varga",
        role="chief engineer of the Tidewall Authority",
        digests=SAID,
        pagination=THREE_PAGES,
    ),
    "speaker-empty": shapes.SpeakerView(
        page=frame("speakers/x/", "X"), name="X", role="", digests=(), pagination=ONE_PAGE
    ),
    "index": INDEX,
    "index-empty": dataclasses.replace(INDEX, introduction="", groups=(), pagination=ONE_PAGE),
    "list": LIST,
    "list-empty": dataclasses.replace(
        LIST, introduction="", links=(), cards=(), pagination=ONE_PAGE
    ),
    "coverage": SITE_COVERAGE,
    "coverage-second": dataclasses.replace(
        SITE_COVERAGE, coverage=None, heading="Coverage, page 2", pagination=THREE_PAGES
    ),
    "coverage-empty": dataclasses.replace(SITE_COVERAGE, coverage=None, groups=()),
    "corrections": CORRECTIONS,
    "corrections-rtl": dataclasses.replace(
        CORRECTIONS, page=dataclasses.replace(CORRECTIONS.page, site=RIGHT_TO_LEFT)
    ),
    "corrections-empty": dataclasses.replace(
        CORRECTIONS, introduction="", entries=(), feed="", pagination=ONE_PAGE
    ),
    "page": shapes.TextPageView(
        page=frame("about/", "About"), heading="About this review", html=PAGE_HTML
    ),
    "not-found": shapes.NotFoundView(
        page=frame("404.html", "Page not found", absolute=True, canonical=""), latest=CARDS[:2]
    ),
    "not-found-empty": shapes.NotFoundView(page=frame("404.html", "Not found"), latest=()),
    "redirect": shapes.RedirectView(
        page=frame("digests/old/", "Moved"), target=shapes.Link(text=TITLE, address=DIGEST_ADDRESS)
    ),
}


def environment() -> Environment:
    """Return the theme's Jinja environment as the site's build sets it up."""
    made = Environment(  # noqa: S701 (JINJA_ENVIRONMENT switches autoescape on)
        loader=FileSystemLoader(THEME / "templates"), **JINJA_ENVIRONMENT
    )
    made.filters.update(FILTERS)
    return made


def write(folder: Path) -> None:
    """Write every sample page with the theme's static files under `folder`."""
    drawer = environment()
    (folder / "theme" / "img").mkdir(parents=True, exist_ok=True)
    (folder / "theme" / "img" / "sample.svg").write_text(PICTURE, encoding="utf-8")
    shutil.copytree(THEME / "static", folder / "theme", dirs_exist_ok=True)
    for name, view in VIEWS.items():
        here = dataclasses.replace(view.page, root="", absolute=False)
        page = draw(drawer, dataclasses.replace(view, page=here))
        (folder / f"{name}.html").write_bytes(page)


if __name__ == "__main__":
    write(Path(sys.argv[1]))
