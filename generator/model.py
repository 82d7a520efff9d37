"""The nouns: what a press review is made of.

Every value is frozen and built whole. A `Span` counts code points of the untouched file text;
published words are slices of that text. `docs/glossary.md` says the same in prose.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from generator.quick_state import quickly_pickled

AttributionKind = Literal["direct", "mixed", "indirect"]
VerdictKind = Literal["exact", "edited", "elsewhere", "absent", "unverified"]
Refusal = Literal[
    "case",
    "cut",
    "punctuation",
    "length",
    "speakers",
    "negation",
    "bracket",
    "order",
    "joined",
]
"""What keeps words from being a fair cut of their source: `verification/refusals.py`."""
DigestKind = Literal["event", "work"]
Status = Literal["draft", "review", "published"]
Markup = Literal["text", "markdown", "html"]
ArticlePart = Literal["text", "headline", "standfirst"]
CopyReason = Literal["agency", "via", "earlier", "undecided"]
SummaryEngine = Literal["extractive", "lead", "openai"]
"""Who makes a summary that the editor did not write; `docs/summaries.md`."""
SummaryPart = Literal["", "agreement", "difference"]
"""What a sentence of a summary chosen by rule is there for; empty where nothing is said of it."""


class Span(NamedTuple):
    """A stretch of a text, in code points; `end` is exclusive.

    A plain tuple, for a text has thousands of them, and they are compared and looked up.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of `text` that the span covers."""
        return text[self.start : self.end]


_NOWHERE = Span(0, 0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Lean:
    """A political lean as somebody states it; only ever from an editor, with its source."""

    value: str
    source: str


@quickly_pickled
@dataclass(frozen=True, kw_only=True, slots=True)
class Outlet:
    """A body that publishes: a newspaper, agency, broadcaster, magazine or site."""

    slug: str
    """Last part of its address, unique in a site."""
    name: str
    aliases: tuple[str, ...] = ()
    native_names: tuple[str, ...] = ()
    country: str | None = None
    """ISO 3166-1 alpha-2, upper case."""
    languages: tuple[str, ...] = ()
    """BCP 47 tags, the main one first."""
    domain: str | None = None
    kind: str | None = None
    """daily, weekly, agency, broadcaster, magazine, site…"""
    ownership: str | None = None
    lean: Lean | None = None
    note: str = ""
    registered: bool = True
    """False for an outlet that only the text at hand introduces."""
    confirmed: bool = True
    """False where no second source confirms the registry's row."""
    provenance: str = ""
    """Where the row comes from: names of the merged sources, or `site`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """A row of people.yaml: how a speaker is named on this site."""

    slug: str
    name: str
    aliases: tuple[str, ...] = ()
    role: str = ""


@quickly_pickled
@dataclass(frozen=True, kw_only=True, slots=True)
class Topic:
    """A subject that digests share; `parent` is another topic's slug."""

    slug: str
    name: str
    description: str = ""
    parent: str | None = None


@quickly_pickled
@dataclass(frozen=True, kw_only=True, slots=True)
class Speaker:
    """The person or body that a source resolves to."""

    slug: str
    name: str
    role: str = ""
    described: bool = False
    """The words name nobody: "a neighbour". Then nothing tells that two digests mean one person."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Rating:
    """A critic's rating: as printed, and on a shared scale."""

    printed: str
    """As the outlet gave it: `4/5`, `B+`, `78/100`."""
    share: float
    """0 to 1: the share of the best possible mark."""


@quickly_pickled
@dataclass(frozen=True, kw_only=True, slots=True)
class Article:
    """A stored source article. `text` is the whole file as it stands, front matter included."""

    id: str
    """File name without its ending; unique in a digest."""
    file: str
    """Path for messages, as in `Problem.file`."""
    outlet: Outlet
    headline: str
    standfirst: str = ""
    byline: str = ""
    published: dt.date | dt.datetime | None = None
    url: str = ""
    archived: str = ""
    language: str = "en"
    translated_from: str = ""
    translator: str = ""
    via: str = ""
    """Agency or outlet that this article relays."""
    rating: Rating | None = None
    stance: str = ""
    captured: dt.date | None = None
    publish_in_full: bool = False
    note: str = ""
    hidden: bool = False
    """The digest lists the article with `hide: true`: stored, verified against, not shown."""
    markup: Markup = "markdown"
    text: str = ""
    body: Span = _NOWHERE
    """The part of `text` after the front matter."""
    headline_place: Span | None = None
    """Where the headline stands in `text`, its YAML marks included; None where it was made up."""
    standfirst_place: Span | None = None
    """Likewise."""
    text_hash: str = ""
    """SHA-256 of the file's bytes, hex."""


@quickly_pickled
@dataclass(frozen=True, kw_only=True, slots=True)
class Review:
    """The narrated review of a digest, as its file has it (front matter, if any, included)."""

    file: str
    text: str
    body: Span
    markup: Markup
    text_hash: str


@quickly_pickled
@dataclass(frozen=True, kw_only=True, slots=True)
class Attribution:
    """Words credited to somebody: source + cue + content, and the rule that found them."""

    kind: AttributionKind
    content: tuple[Span, ...]
    """In text order, quotation marks included; interrupted by a cue clause it has two parts."""
    rule: str
    """Name of the rule that made it; `explain` shows it to the editor."""
    source: Span | None = None
    """The words naming who, as they stand, also a pronoun."""
    cue: Span | None = None
    outlet: Outlet | None = None
    speaker: str | None = None
    """Full name of the person or body other than the outlet; None when the outlet itself speaks."""
    role: str | None = None
    undecided: str = ""
    """Why the rules could not name an outlet or speaker; empty when they could."""


@quickly_pickled
@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """What checking a quotation against the stored sources came to."""

    kind: VerdictKind
    found_in: str | None = None
    """Id of the article (or `review`) whose text holds the words; `<digest>/<id>` for one that
    another digest stores, which is for the editor's eyes only: it may not be published."""
    span: Span | None = None
    """Where in `found_in`; for `absent`, the nearest passage."""
    part: ArticlePart = "text"
    """What of `found_in` holds the words."""
    nearest: str = ""
    """For `absent`: the words of the nearest passage, for the editor's eyes only."""
    words: str = ""
    """The words that were judged: one quoted fragment, of a translation the original."""
    refusal: Refusal | None = None
    """For `absent`: why words that are nearly a fair cut are none, where that is known."""
    fragments: tuple[Verdict, ...] = ()
    """The verdict of each fragment where several were judged; the worst of them is this one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class QuotedText:
    """Words in one language: a translation's original."""

    text: str
    language: str


@quickly_pickled
@dataclass(frozen=True, kw_only=True, slots=True)
class Quotation:
    """Published words with their whole chain: outlet → article → speaker (role) → via."""

    id: str
    """Permanent; the page anchor is `q-<id>`."""
    kind: AttributionKind
    parts: tuple[str, ...]
    """The words, slices of the source or the editor's own text; more than one part where the
    attribution interrupts them."""
    outlet: Outlet
    language: str
    verdict: Verdict | None
    """None for an indirect passage: a paraphrase has no verdict."""
    article: Article | None = None
    spans: tuple[Span, ...] = ()
    """Where `parts` stand in the article's or review's text; empty if they stand nowhere."""
    in_review: bool = False
    """True when `spans` lie in the narrated review."""
    speaker: Speaker | None = None
    via: str = ""
    original: QuotedText | None = None
    translator: str = ""
    rule: str = ""
    """The rule that extracted it; `editor` for one written or pinned in digest.yaml."""
    note: str = ""
    acknowledged: str = ""
    """The editor's published reason for keeping it in spite of its verdict."""
    withdrawn: str = ""
    """The reason it was taken back; its words are then no longer published."""
    entry: int | None = None
    """Place of the entry of digest.yaml's `quotations` that wrote or overruled it, from 0."""
    line: int = 0
    """Line of that entry, else 0."""
    own_words: bool = False
    """Sentences of the article itself, chosen by rule: verbatim, and nobody's quoted speech."""


@quickly_pickled
@dataclass(frozen=True, kw_only=True, slots=True)
class Citation:
    """A passage that a written sentence of a summary points to."""

    document: str
    """Article id, `review` or file name; empty for a quotation without a stored article."""
    spans: tuple[Span, ...] = ()
    """Where the passage stands in the document; empty if it stands nowhere."""
    quotation: str = ""
    """Id of the published quotation that the passage is, or holds."""
    outlet: str = ""
    """Slug of an outlet that an editor's sentence names: all it said in the round-up."""


@quickly_pickled
@dataclass(frozen=True, kw_only=True, slots=True)
class SummarySentence:
    """One sentence of a summary and the words it rests on."""

    text: str
    document: str
    """Article id, `review`, or `` for an editor's own sentence."""
    spans: tuple[Span, ...] = ()
    """In `document`: the words themselves, or the first passage that a written sentence cites."""
    score: float = 0.0
    cites: tuple[Citation, ...] = ()
    """What it rests on: the published quotations and sentences of the review that it is taken
    from, that a language model cites, or that bear out an editor's sentence. Empty for a slice of
    a text by itself, and where nothing surely bears out an editor's sentence."""
    part: SummaryPart = ""
    by_hand: bool = False
    """The editor named what it rests on."""
    quoted: bool = False
    """It is the words of a direct quotation, without their marks."""


@quickly_pickled
@dataclass(frozen=True, kw_only=True, slots=True)
class Summary:
    """The gist of a text or a digest."""

    sentences: tuple[SummarySentence, ...]
    made_by: Literal["editor"] | SummaryEngine
    model: str = ""
    """Name of the language model that wrote it."""


@quickly_pickled
@dataclass(frozen=True, kw_only=True, slots=True)
class Readability:
    """How hard a text reads, by a named formula."""

    formula: str
    """As `Flesch reading ease`; empty for a language no formula covers."""
    score: float | None
    language: str
    words: int
    sentences: int
    minutes: int
    """Reading time, whole minutes, at least 1 if there is a word."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Analysis:
    """What one text by itself tells; spans count from the start of the file."""

    language: str
    """BCP 47; `und` where unsure."""
    furniture: tuple[Span, ...]
    """Paragraphs that are page furniture: captions, share buttons, comment forms, bylines."""
    attributions: tuple[Attribution, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Image:
    """A picture of a digest; `file` is relative to the digest's folder."""

    file: str
    alt: str
    caption: str = ""
    credit: str = ""
    width: int = 0
    height: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Work:
    """What a works review is about."""

    type: str
    """book, film, game, album, play…"""
    title: str
    creator: str = ""
    published: str = ""
    identifier: str = ""
    """ISBN, EIDR, ISWC… as printed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction:
    """What was wrong, and since when it is right."""

    date: dt.date
    what: str
    why: str = ""
    kind: str = ""
    quotation: str = ""
    """Id of the quotation it concerns; empty for the digest as a whole."""
    line: int = 0
    """Its line in digest.yaml."""


@quickly_pickled
@dataclass(frozen=True, kw_only=True, slots=True)
class QuotationEntry:
    """An entry of digest.yaml's `quotations`: one written, or an extracted one overruled."""

    line: int
    article: str = ""
    """`from`: an article id."""
    outlet: str = ""
    text: str = ""
    id: str = ""
    """Id of an extracted quotation that this entry overrules."""
    merge: tuple[str, ...] = ()
    speaker: str = ""
    role: str = ""
    via: str = ""
    original: QuotedText | None = None
    translator: str = ""
    pin: bool = False
    order: int | None = None
    kind: AttributionKind | None = None
    note: str = ""
    acknowledge: str = ""
    withdrawn: str = ""
    was: str = ""
    """An earlier id that stays alive after an edit."""


@quickly_pickled
@dataclass(frozen=True, kw_only=True, slots=True)
class SummaryOptions:
    """`summary` of digest.yaml: the editor's text, or how to make one."""

    text: str = ""
    engine: SummaryEngine | None = None
    """None: as the site's settings say."""
    sentences: int = 3
    words: int | None = None
    line: int = 1
    """Its line in digest.yaml, or the file's first where it is left out."""


@quickly_pickled
@dataclass(frozen=True, kw_only=True, slots=True)
class Editorial:
    """The values of one digest.yaml: the editor's choices and words."""

    title: str
    date: dt.date | dt.datetime
    modified: dt.date | dt.datetime | None = None
    status: Status = "published"
    embargo: dt.datetime | None = None
    kind: DigestKind = "event"
    topic: str = ""
    """Slug of a topic, or a name that becomes one."""
    tags: tuple[str, ...] = ()
    place: str = ""
    language: str = "en"
    editors: tuple[str, ...] = ()
    date_line: int = 1
    """Line of `date`."""
    modified_line: int = 1
    """Line of `modified`."""
    approved_by: tuple[str, ...] = ()
    approved_line: int = 1
    """Line of `approved_by`, else of `status`, else 1."""
    lede: str = ""
    standfirst: str = ""
    summary: SummaryOptions = field(default_factory=SummaryOptions)
    image: Image | None = None
    work: Work | None = None
    quotations: tuple[QuotationEntry, ...] = ()
    hide: tuple[tuple[str, int], ...] = ()
    """Quotation ids to hide, each with its line."""
    corrections: tuple[Correction, ...] = ()
    related: tuple[str, ...] = ()
    """Slugs of digests."""
    silent: tuple[str, ...] = ()
    silent_lines: tuple[int, ...] = ()
    """The line of each of `silent`."""
    """Outlets looked at that said nothing."""
    was: tuple[str, ...] = ()
    """Old slugs, which redirect; the oldest first: permanent ids go by it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EditorsWords:
    """One value of digest.yaml that is published in the editor's own words, with its lines."""

    key: tuple[str | int, ...]
    """The way to it: `("corrections", 0, "what")`."""
    text: str
    line: int
    """Line of the key."""
    lines: tuple[tuple[int, int], ...]
    """Offset in `text` and the line of digest.yaml from there on; the first offset is 0."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Silence:
    """An editor's remark that words which look partial are meant (`neutral: N002 reason`)."""

    line: int
    """Where it is written."""
    covers: int
    """The line it is about."""
    codes: tuple[str, ...]
    reason: str
    words: str = ""
    """The words it is about, wherever in the digest; empty where `covers` says so."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DigestContent:
    """One digest folder as loaded and validated: the editor's values and the texts."""

    slug: str
    file: str
    """Path of digest.yaml for messages."""
    editorial: Editorial
    review: Review | None
    articles: tuple[Article, ...]
    """In the editor's order; those unlisted follow by id."""
    words: tuple[EditorsWords, ...] = ()
    """What digest.yaml publishes in the editor's own words, and the texts of its quotations."""
    silences: tuple[Silence, ...] = ()
    """Remarks of digest.yaml to the neutrality linter."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SiteContent:
    """All that `load` read, whole and valid."""

    digests: tuple[DigestContent, ...]
    """By slug."""
    outlets: tuple[Outlet, ...]
    """Rows of outlets.yaml, merged over the registry rows they correct; not the registry."""
    people: tuple[Person, ...]
    topics: tuple[Topic, ...]
    others: tuple[DigestContent, ...] = ()
    """Digests of the same site that were not asked for, or have faults: quoted words are looked
    for in their articles, and nothing else is made of them."""


@quickly_pickled
@dataclass(frozen=True, kw_only=True, slots=True)
class OutletRoundup:
    """What one outlet said in one digest."""

    outlet: Outlet
    articles: tuple[Article, ...]
    quotations: tuple[Quotation, ...]
    readability: Readability | None = None
    """Of the words shown here; None where they are too few to be judged."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Utterance:
    """The same words as two or more outlets of a digest carry them."""

    quotations: tuple[Quotation, ...]
    """The fullest first, with which the others are compared; these in round-up order."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NearCopy:
    """An article of a digest whose text is largely another one's."""

    article: Article
    source: Article
    """Where the words are also; of unknown order, just the other one. It may be hidden."""
    shared: int
    """Words of `article` that stand in `source`, in runs that chance does not explain."""
    words: int
    """All words of `article`, page furniture left out."""
    reason: CopyReason
    """What makes `source` the source: it is the agency, `article` names it, it is the earlier;
    `undecided` where nothing does."""


@quickly_pickled
@dataclass(frozen=True, kw_only=True, slots=True)
class Digest:
    """One published review of one event or work, assembled."""

    slug: str
    file: str
    editorial: Editorial
    topic: Topic | None
    review: Review | None
    narrative_language: str
    articles: tuple[Article, ...]
    quotations: tuple[Quotation, ...]
    """All that are published, in round-up order; withdrawn ones keep their place."""
    roundups: tuple[OutletRoundup, ...]
    summary: Summary
    readability: Readability | None
    """Of what its page gives to read."""
    undecided: tuple[Attribution, ...]
    """Passages of the review whose outlet the rules could not decide: for the editor only."""
    furniture: tuple[Span, ...]
    """Page furniture in the review; left off the page."""
    utterances: tuple[Utterance, ...] = ()
    """Words that several outlets carry, in the order in which the round-up first has them."""
    copies: tuple[NearCopy, ...] = ()
    """At most one for each article, in the editor's order of these."""
    silent: tuple[Outlet, ...] = ()
    """Outlets looked at that said nothing: `silent` of digest.yaml, without those of round-ups."""
    article_readability: tuple[tuple[str, Readability], ...] = ()
    """Of each shown article as it is stored, by id: a figure gives none of its words away."""
    key_terms: tuple[str, ...] = ()
    """Words that tell it from the site's other digests, the most telling first."""
    alike: tuple[str, ...] = ()
    """Slugs of the digests whose terms are most like its own, the likest first."""
    hidden: tuple[Quotation, ...] = ()
    """What the editor hid: on no page, and nothing that is made of quotations may use it."""

    @property
    def first_slug(self) -> str:
        """The slug it was first published under, which every permanent id goes by."""
        return self.editorial.was[0] if self.editorial.was else self.slug
