"""The shapes of the views: what a template may place on a page, and nothing else.

Every value is final: text to show, an address to link to, a number already counted. An
*address* is a path from the site's root without a leading slash, ending in `/` for a page
(`digests/harbour/`), with an optional `#fragment`; the filter `href` makes it a link that works
relative to the page at hand, also from `file://`. Foreign links are whole URLs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model import AttributionKind, Span, VerdictKind
from generator.quick_state import quickly_pickled

Direction = Literal["ltr", "rtl"]


@quickly_pickled
@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """A link inside the site, with how many things wait behind it where that helps."""

    text: str
    address: str
    count: int | None = None


@quickly_pickled
@dataclass(frozen=True, kw_only=True, slots=True)
class DateView:
    """A date as people read it and as machines do."""

    text: str
    iso: str
    language: str = ""
    """Of the text; empty when it is the page's."""
    direction: Direction = "ltr"


@dataclass(frozen=True, kw_only=True, slots=True)
class SiteView:
    """What every page shows of the site."""

    title: str
    tagline: str
    language: str
    direction: Direction
    url: str
    """Where it is published, without a final slash; empty when unknown."""
    navigation: tuple[Link, ...]
    footer: tuple[Link, ...]
    """What is said of the site itself: coverage, corrections, then ordinary pages."""
    feed: str
    """Address of the Atom feed."""
    generator: str
    """Name and version of the program."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PageFrame:
    """What a page's head and breadcrumb need."""

    site: SiteView
    address: str
    root: str
    """From this page to the site's root: ``, `../`, `../../`."""
    title: str
    description: str
    canonical: str
    """Whole URL; empty when the site's URL is unknown."""
    breadcrumb: tuple[Link, ...] = ()
    section: str = ""
    """Address of the navigation entry that this page belongs to."""
    kind: Literal["website", "article"] = "website"
    image: str = ""
    """Whole URL of the social image; empty for none."""
    image_alt: str = ""
    absolute: bool = False
    """True for 404.html, which is served at any depth: its links start from the host's root."""
    feeds: tuple[Link, ...] = ()
    """Feeds that this page has beside the site's own."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ImageView:
    """A picture; `address` is a path from the root."""

    address: str
    alt: str
    caption: str
    credit: str
    width: int
    height: int


@dataclass(frozen=True, kw_only=True, slots=True)
class OutletTag:
    """An outlet where it is named: its page, its country."""

    name: str
    address: str
    country: str
    """Country in the site's language; empty when unknown."""
    registered: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class VerdictView:
    """A verdict as the reader meets it."""

    kind: VerdictKind
    label: str
    """One or two words: `Verbatim`, `Shortened`…"""
    explanation: str
    """A sentence."""
    warning: str = ""
    """What the figure says above the words where they are not known to stand in their source."""


@dataclass(frozen=True, kw_only=True, slots=True)
class QuotedTextView:
    """Words with their language."""

    text: str
    language: str
    language_name: str
    direction: Direction


@dataclass(frozen=True, kw_only=True, slots=True)
class CopyView:
    """That an article's text is largely another's."""

    words: str
    """`84 % of this text comes from`."""
    source: Link
    """The other's outlet, or its headline where both are of one outlet; without address where the
    other is not shown."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadabilityView:
    """How hard a text reads."""

    formula: str
    score: str
    """Empty for a short text or a language without a formula."""
    minutes: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ArticleView:
    """An article as the round-up shows it: never its text, unless it is published in full."""

    headline: str
    standfirst: str
    byline: str
    published: DateView | None
    url: str
    archived: str
    language: str
    direction: Direction
    language_name: str
    """Empty when it is the page's language."""
    translated_from: str
    """Name of a language."""
    translator: str
    via: str
    rating: str
    """As printed."""
    stance: str
    note: str
    full_text: str
    """The article's Markdown or text where it says `publish: full`; else empty."""
    full_text_markup: str
    copy: CopyView | None = None
    readability: ReadabilityView | None = None
    """Of its stored text; on the page of its digest."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CorrectionView:
    """What was wrong, and what was done."""

    date: DateView
    what: str
    why: str
    kind: str
    quotation: Link | None
    language: str = ""
    """Of `what` and `why`."""
    direction: Direction = "ltr"


@dataclass(frozen=True, kw_only=True, slots=True)
class AmendmentView:
    """A correction or withdrawal on the corrections page, with the digest it belongs to."""

    date: DateView | None
    """In the site's language; None where it is not known."""
    dated_by_change: bool
    """True where no correction gives the date: it is that of the digest's last change."""
    kind: str
    what: str
    why: str
    withdrawn: str
    """The reason, where the quotation was withdrawn."""
    quotation: Link | None
    """Names whose words they are, never the words."""
    digest: Link
    address: str
    """Where it stands in place on the digest's page."""
    language: str
    """Of the digest's title and of the editor's words."""
    direction: Direction


@dataclass(frozen=True, kw_only=True, slots=True)
class CitationForm:
    """A quotation's citation in one form, ready to paste."""

    label: str
    """`Plain text`, `Markdown`."""
    text: str
    """Lines without a final line break."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Facet:
    """Where a quotation stands in one of the page's filters."""

    name: str
    """Name of the filter."""
    value: str


@quickly_pickled
@dataclass(frozen=True, kw_only=True, slots=True)
class QuotationView:
    """One quotation figure: words, chain, verdict, links."""

    anchor: str
    """`q-<id>`."""
    permalink: str
    """Address with its fragment."""
    kind: AttributionKind
    kind_label: str
    """`Direct quotation`, `Partly quoted`, `Paraphrase`, `The article’s own words`."""
    parts: tuple[str, ...]
    """The words; more than one part where the attribution interrupts them."""
    language: str
    language_name: str
    """Empty when it is the page's language."""
    direction: Direction
    outlet: OutletTag
    speaker: Link | None
    """None when the outlet itself speaks."""
    role: str
    via: str
    headline: str
    article_url: str
    archived: str
    passage_url: str
    """Whole URL with a text fragment that leads to the very words; empty when none is known."""
    published: DateView | None
    original: QuotedTextView | None
    translator: str
    verdict: VerdictView | None
    """None for a paraphrase."""
    narrative_anchor: str
    """Fragment of the passage, or of what a withdrawn one leaves, in the narrative on the same
    digest page; empty if none."""
    note: str
    acknowledged: str
    withdrawn: str
    """The reason; the words are then empty."""
    corrections: tuple[CorrectionView, ...]
    digest: Link
    """The digest it stands in, for outlet and speaker pages."""
    date: DateView
    article_language: str = ""
    """Of the headline and of the page behind `article_url`; empty when unknown."""
    article_direction: Direction = "ltr"
    byline: str = ""
    """Who wrote the article, as it says."""
    via_address: str = ""
    """Page of the agency or outlet that the article relays; empty if it has none."""
    citation: tuple[CitationForm, ...] = ()
    """On the page of its own digest; none of a withdrawn one."""
    reference_files: tuple[Download, ...] = ()
    """Where the citation stands for programs, among those of its digest; there as `citation` is."""
    facets: tuple[Facet, ...] = ()
    """On the page of its own digest, where that has filters."""
    article_unshown: bool = False
    """Whether the words were checked against a stored article that the site does not name."""
    role_language: str = ""
    """Empty when it is not known."""
    role_direction: Direction = "ltr"
    carried: Link | None = None
    """The other outlets that carry the same words, and where the digest compares them."""
    own_words: bool = False
    """Whether they are sentences of the article itself, chosen by rule: nobody's quoted speech."""


@dataclass(frozen=True, kw_only=True, slots=True)
class StepView:
    """A stretch of one version of an utterance, against the fullest."""

    kind: Literal["kept", "left-out", "unquoted", "added"]
    """`left-out`: the outlet's stored article is without these words; `unquoted`: it has them, or
    none is stored, and the digest does not quote them; what the version differs by says which."""
    text: str
    spaced: bool
    """Whether a space follows."""


@dataclass(frozen=True, kw_only=True, slots=True)
class VersionView:
    """One way in which outlets give an utterance."""

    carriers: tuple[Link, ...]
    """The outlets that give it so, each leading to its quotation."""
    steps: tuple[StepView, ...]
    """The words; of the fullest version one step."""
    difference: str
    """`carries the fullest version: 24 words`, `kept 18 words, left out 6 and has 1 other`."""
    fullest: bool
    cite: str
    """URL of the article that has the fullest version; empty for none or another version."""
    language: str
    direction: Direction


@dataclass(frozen=True, kw_only=True, slots=True)
class UtteranceView:
    """The same words in several outlets, and how each cut them."""

    anchor: str
    speaker: Link
    """Without address where no outlet names one: `No speaker named`."""
    carried_by: str
    """`Carried by 3 outlets`."""
    versions: tuple[VersionView, ...]
    """The fullest first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundupView:
    """What one outlet said in a digest."""

    anchor: str
    outlet: OutletTag
    articles: tuple[ArticleView, ...]
    quotations: tuple[QuotationView, ...]
    quotation_count: int
    """Published ones."""
    verbatim_words: int
    readability: ReadabilityView | None = None
    """Of its words shown here; None where they are too few."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SummarySentenceView:
    """A sentence of the summary, with links to what it rests on."""

    text: str
    language: str
    direction: Direction
    pointers: tuple[Link, ...]
    """At least one: to each passage that it is taken from or rests on, named after who speaks
    there; of an editor's sentence that nothing surely bears out, to the round-up."""
    opening: str = ""
    """The quotation mark before the words of a direct quotation; empty for any other sentence."""
    closing: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class SummaryGroupView:
    """Sentences of the summary that belong together."""

    heading: str
    """`Told by several outlets`, `Told by one alone`; empty where nothing is said of them."""
    sentences: tuple[SummarySentenceView, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SummaryView:
    """The summary and who made it."""

    groups: tuple[SummaryGroupView, ...]
    label: str
    """`Written by the editors`, `Sentences chosen from the sources by rule`."""
    note: str = ""
    """What the headings mean; empty where there are none."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NarrativeMark:
    """A passage of the narrative that a round-up entry shows."""

    quotation: str
    """Id of the quotation; the passage's fragment is `n-<id>`."""
    spans: tuple[Span, ...]
    """In `NarrativeView.text`."""
    kind: AttributionKind
    label: str
    """Who it is credited to, for a screen reader and the tooltip."""
    withdrawn: bool = False
    """Its words were taken back: the narrative shows a placeholder in their stead."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NarrativeAnchor:
    """A sentence of the narrative that the summary leads to."""

    fragment: str
    spans: tuple[Span, ...]
    """In `NarrativeView.text`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NarrativeView:
    """The narrated review; the filter `narrative` turns it into HTML with its passages marked."""

    text: str
    """The untouched file."""
    body: Span
    markup: str
    omit: tuple[Span, ...]
    """Page furniture, left off."""
    marks: tuple[NarrativeMark, ...]
    language: str
    direction: Direction
    anchors: tuple[NarrativeAnchor, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class CoverageRow:
    """One row of a table of the coverage report, which is also a bar of its chart."""

    label: str
    figures: tuple[str, ...]
    """As printed; the last one is what the share is of, and what the bar draws."""
    share: str
    """`84 %`; empty where there are too few to speak of per cent."""
    bar: int
    """0 to 100: the length of the bar, in per cent of the whole."""
    address: str = ""
    """Of the outlet's page; empty for none."""
    note: str = ""
    """A word or two on the row: `silent`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CoverageTable:
    """One table of the coverage report: verdicts, countries, languages or outlets."""

    heading: str
    label: str
    """Head of the first column: `Country`."""
    columns: tuple[str, ...]
    """Heads of the others, one for each of a row's figures."""
    basis: str
    """What the columns count, and what the shares are of."""
    rows: tuple[CoverageRow, ...]
    bars: tuple[CoverageRow, ...]
    """The rows that a chart has room for, the largest first."""
    undrawn: int
    """Rows for which it has none."""
    percent: bool
    """False where there are too few to speak of per cent."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CoverageView:
    """Whose voices a digest or the site carries."""

    sentences: tuple[str, ...]
    """What the figures are of: the denominators, in words."""
    verdicts: CoverageTable
    paraphrases: int
    """Published passages without quoted words, and so without verdict."""
    countries: CoverageTable
    languages: CoverageTable
    outlets: CoverageTable
    """Without rows on the site's page, which lists them by country."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OutletCoverageRow:
    """One outlet across the site; its figures as printed."""

    name: str
    address: str
    """Empty for an outlet that has no page, being only silent."""
    digests: str
    """That quote or list it."""
    quotations: str
    words: str
    """Quoted ones."""
    silences: str
    """Digests in which it was looked at and said nothing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OutletCoverageGroup:
    """The outlets of one country."""

    heading: str
    rows: tuple[OutletCoverageRow, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class WorkView:
    """The work under review and its tally."""

    type: str
    title: str
    creator: str
    published: str
    identifier: str
    ratings: tuple[RatingView, ...]
    tally: str
    """`Four ratings, from 50 to 90 of 100; the middle one is 70.`; empty without ratings."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RatingView:
    """One outlet's rating."""

    outlet: OutletTag
    critic: str
    printed: str
    percent: int
    anchor: str
    """Fragment of the outlet's round-up."""


@quickly_pickled
@dataclass(frozen=True, kw_only=True, slots=True)
class DigestCard:
    """A digest in a list."""

    title: str
    address: str
    standfirst: str
    date: DateView
    language: str
    direction: Direction
    topic: Link | None
    place: str
    kind_label: str
    """`News review` or `Works review`."""
    image: ImageView | None
    outlet_names: tuple[str, ...]
    outlets: int
    quotations: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Pagination:
    """Where a list page stands among its pages."""

    number: int
    total: int
    previous: str
    """Address; empty on the first page."""
    next: str
    """Address; empty on the last page."""
    pages: tuple[Link, ...]
    """The first, the last and those near; `…` without an address where some are left out."""


@dataclass(frozen=True, kw_only=True, slots=True)
class HomeView:
    """The home page: the latest digest, then the list."""

    page: PageFrame
    lead: DigestCard | None
    """On the first page only."""
    lead_quotation: QuotationView | None
    cards: tuple[DigestCard, ...]
    topics: tuple[Link, ...]
    outlets: tuple[Link, ...]
    """Those most often quoted."""
    pagination: Pagination


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """One choice of a filter."""

    value: str
    label: str
    count: int
    """Published quotations that it shows."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FilterView:
    """Something by which a digest's quotations can be narrowed; two choices or more."""

    name: str
    """`outlet`, `speaker`…: also the name of its `data-` attribute."""
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Download:
    """A data file beside the page."""

    label: str
    address: str
    type: str
    """Its media type."""
    name: str = ""
    """The name to save it under; empty for a file that may be looked at in place."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DigestView:
    """A digest page."""

    page: PageFrame
    title: str
    standfirst: str
    lede: str
    language: str
    direction: Direction
    kind_label: str
    date: DateView
    modified: DateView | None
    """The last change, a correction or another; None if there was none since `date`."""
    place: str
    topic: Link | None
    tags: tuple[str, ...]
    editors: tuple[str, ...]
    approved_by: tuple[str, ...]
    image: ImageView | None
    summary: SummaryView | None
    narrative: NarrativeView | None
    roundups: tuple[RoundupView, ...]
    quotation_count: int
    """Published ones; withdrawn ones only keep their place."""
    outlet_count: int
    """Outlets that are quoted, not those that are only listed."""
    coverage: CoverageView
    silent: tuple[Link, ...]
    """Outlets looked at that said nothing; the address is empty for one that has no page."""
    work: WorkView | None
    corrections: tuple[CorrectionView, ...]
    related: tuple[DigestCard, ...]
    readability: ReadabilityView | None
    previous: Link | None
    """The digest before it in time."""
    next: Link | None
    filters: tuple[FilterView, ...] = ()
    """None where there is little to filter."""
    downloads: tuple[Download, ...] = ()
    utterances: tuple[UtteranceView, ...] = ()
    """Words that several outlets carry."""
    readability_note: str = ""
    """What the scores mean, with their formulas; empty where there is no score."""
    key_terms: tuple[str, ...] = ()
    related_label: str = "Related digests"
    """Says so where no editor named them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DigestQuotations:
    """What an outlet or speaker said in one digest, for their pages."""

    digest: DigestCard
    quotations: tuple[QuotationView, ...]
    quotation_count: int
    """Published ones."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Clipping:
    """`DigestQuotations` as HTML, drawn once for all pages; the filter `said` places either."""

    html: str
    """As `generator.render.clippings` made it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """A labelled fact about an outlet."""

    label: str
    value: str
    url: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class OutletView:
    """An outlet's page: its facts, and all it said across digests."""

    page: PageFrame
    outlet: OutletTag
    facts: tuple[Fact, ...]
    note: str
    beside: tuple[Link, ...]
    """Outlets quoted in the same digests, with how often."""
    digests: tuple[DigestQuotations | Clipping, ...]
    pagination: Pagination


@dataclass(frozen=True, kw_only=True, slots=True)
class SpeakerView:
    """A speaker's page: role, and everything said, through whom."""

    page: PageFrame
    name: str
    role: str
    digests: tuple[DigestQuotations | Clipping, ...]
    pagination: Pagination


@dataclass(frozen=True, kw_only=True, slots=True)
class IndexGroup:
    """A heading of an index and its entries."""

    heading: str
    anchor: str
    links: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class IndexView:
    """The index of outlets (by country), speakers (by letter), topics or months."""

    page: PageFrame
    heading: str
    introduction: str
    groups: tuple[IndexGroup, ...]
    empty: str
    """What to say when there is nothing yet."""
    pagination: Pagination


@dataclass(frozen=True, kw_only=True, slots=True)
class ListView:
    """A list of digests: a topic's, a month's, a year's."""

    page: PageFrame
    heading: str
    introduction: str
    links: tuple[Link, ...]
    """Narrower or wider lists: subtopics, months of the year."""
    cards: tuple[DigestCard, ...]
    empty: str
    pagination: Pagination


@dataclass(frozen=True, kw_only=True, slots=True)
class SiteCoverageView:
    """The coverage of the whole site; its outlets may take several pages."""

    page: PageFrame
    heading: str
    coverage: CoverageView | None
    """On the first page only."""
    groups: tuple[OutletCoverageGroup, ...]
    empty: str
    """What to say when there is nothing yet."""
    pagination: Pagination


@dataclass(frozen=True, kw_only=True, slots=True)
class CorrectionsView:
    """The corrections page."""

    page: PageFrame
    heading: str
    introduction: str
    entries: tuple[AmendmentView, ...]
    empty: str
    feed: str
    """Address of the corrections' Atom feed; empty for none."""
    pagination: Pagination


@dataclass(frozen=True, kw_only=True, slots=True)
class TextPageView:
    """An ordinary page: about, corrections policy."""

    page: PageFrame
    heading: str
    html: str
    """As the page's reader made it; the filter `sanitised` lets the harmless part through."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NotFoundView:
    """404.html."""

    page: PageFrame
    latest: tuple[DigestCard, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class RedirectView:
    """An old address of a digest, which leads on to the new one."""

    page: PageFrame
    target: Link


View = (
    HomeView
    | DigestView
    | OutletView
    | SpeakerView
    | IndexView
    | ListView
    | SiteCoverageView
    | CorrectionsView
    | TextPageView
    | NotFoundView
    | RedirectView
)
