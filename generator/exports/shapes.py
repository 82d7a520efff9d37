"""What the data files hold, key by key: the public contract of docs/data.md.

From here come the files, their JSON Schemas (`schemas`) and, by a test, the completeness of the
documentation. Every key is always there; `null` says that a thing is not known, or not so. A key
may be added in time; none is renamed, moved or given another meaning without a new `version`.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from generator.model import AttributionKind, DigestKind, VerdictKind

VERSION: Literal[1] = 1
"""Of the format; it rises when a program that reads the files would have to change."""

NOTICE = (
    "Quotations belong to those who wrote and spoke them; each is credited and linked to its "
    "source."
)
"""What every page says at its foot as well."""


class Facts(BaseModel):
    """A mapping whose keys are all there."""

    model_config = ConfigDict(frozen=True)


class DigestReference(Facts):
    """The digest that quotes."""

    slug: str = Field(description="the last part of its address")
    title: str = Field(description="its title")
    date: str = Field(description="its date or moment, ISO 8601")
    permalink: str = Field(description="its address: whole, or from the site's root if unknown")


class OutletFacts(Facts):
    """The outlet that published the words."""

    slug: str = Field(description="the last part of its page's address; unique in the site")
    name: str = Field(description="its name")
    country: str | None = Field(description="ISO 3166-1 alpha-2 code")


class ArticleFacts(Facts):
    """The article that has the words; never its text."""

    id: str = Field(description="its name in the digest")
    headline: str = Field(description="its headline")
    byline: str | None = Field(description="who wrote it, as it says")
    published: str | None = Field(description="when, ISO 8601")
    url: str | None = Field(description="its address")
    archived: str | None = Field(description="the address of an archived copy")
    language: str = Field(description="BCP 47 tag")


class SpeakerFacts(Facts):
    """Who said it."""

    slug: str | None = Field(
        description="the last part of the speaker's page's address; null where the words only "
        "describe somebody, who has no page"
    )
    name: str = Field(description="the name, or the description")
    role: str | None = Field(description="in what role")


class OriginalWords(Facts):
    """The words before they were translated."""

    text: str = Field(description="the words")
    language: str = Field(description="BCP 47 tag")


class VerdictFacts(Facts):
    """What checking the words came to; of a translation, its original was checked."""

    kind: VerdictKind = Field(description="exact, edited, elsewhere, absent or unverified")
    acknowledged: str | None = Field(description="the editor's reason to keep it nevertheless")


class CorrectionFacts(Facts):
    """What was wrong, and since when it is right."""

    date: str = Field(description="the day, ISO 8601")
    what: str = Field(description="what was wrong")
    why: str | None = Field(description="how it came about")
    kind: str | None = Field(description="what sort of correction it is")


class QuotationFacts(Facts):
    """One quotation with its whole chain."""

    id: str = Field(description="permanent; the fragment of the permalink is `q-` and this")
    permalink: str = Field(description="its address: whole, or from the site's root if unknown")
    digest: DigestReference = Field(description="the digest that quotes it")
    outlet: OutletFacts = Field(description="the outlet that published it")
    article: ArticleFacts | None = Field(description="the article that has it")
    speaker: SpeakerFacts | None = Field(description="who said it; without one, the outlet itself")
    via: str | None = Field(description="the agency or outlet that the article relays")
    kind: AttributionKind = Field(
        description="direct: in quotation marks, or the article's own words; mixed: in part; "
        "indirect: a paraphrase"
    )
    words: tuple[str, ...] = Field(
        description="as published; two parts where the attribution interrupts; none if withdrawn"
    )
    language: str = Field(description="of the words, BCP 47 tag")
    original: OriginalWords | None = Field(description="the words before translation")
    translator: str | None = Field(description="who translated them")
    passage: str | None = Field(description="link to the very words in the article")
    verdict: VerdictFacts | None = Field(description="none for a paraphrase, or if withdrawn")
    withdrawn: str | None = Field(description="why it was taken back; the words are then gone")
    corrections: tuple[CorrectionFacts, ...] = Field(description="those that concern it")
    note: str | None = Field(description="the editor's remark")
    rule: Literal["editor", "extracted"] = Field(
        description="editor: written into the digest by hand; extracted: found by the program"
    )
    own_words: bool = Field(
        description="whether the words are sentences of the article itself, chosen by rule, and "
        "nobody's quoted speech; the speaker is then the article's writer"
    )


class ReadabilityFacts(Facts):
    """How hard the digest is to read."""

    formula: str | None = Field(description="the formula's name; none for a language without one")
    score: float | None = Field(description="what it gives: 0 is very hard, 100 very easy")
    language: str = Field(description="of the words that were judged, BCP 47 tag")
    words: int = Field(description="how many those were")
    minutes: int = Field(description="reading time of all that is shown")


class DigestFacts(DigestReference):
    """A digest about itself."""

    modified: str | None = Field(description="when it was last revised, ISO 8601")
    kind: DigestKind = Field(description="event or work")
    language: str = Field(description="BCP 47 tag")
    topic: str | None = Field(description="the topic's name")
    place: str | None = Field(description="where it happened")
    editors: tuple[str, ...] = Field(description="who edited it")
    standfirst: str | None = Field(description="the line below the title")
    silent: tuple[str, ...] = Field(description="outlets looked at that said nothing")
    corrections: tuple[CorrectionFacts, ...] = Field(
        description="those that concern the digest as a whole"
    )
    key_terms: tuple[str, ...] = Field(description="words that tell it from the site's others")
    readability: ReadabilityFacts | None = Field(description="how hard it is to read")


class SiteFacts(Facts):
    """The site the data are from."""

    title: str = Field(description="its name")
    url: str | None = Field(description="where it is published, without a final slash")
    language: str = Field(description="BCP 47 tag")


class DataFile(Facts):
    """What every data file begins with."""

    version: Literal[1] = Field(description="of this format")
    notice: str = Field(description="whose the words are")
    site: SiteFacts = Field(description="the site the data are from")


class DigestData(DataFile):
    """digest.json: a digest and its quotations."""

    digest: DigestFacts = Field(description="the digest")
    quotations: tuple[QuotationFacts, ...] = Field(description="in the order of its page")


class SiteData(DataFile):
    """quotations.json: every quotation of the site."""

    quotations: tuple[QuotationFacts, ...] = Field(
        description="the newest digest first, each in the order of its page"
    )
