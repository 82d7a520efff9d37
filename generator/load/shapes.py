"""Declare every key an editor may write: its type, its default and what it is for.

From here come the checks, the JSON Schemas (`schemas`) and, by a test, the completeness of
docs/content-reference.md. A key's description is also the mend when the key is missing.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, RootModel

from generator.load.addresses import ArticleId, Domain, Slug, Url
from generator.load.dates import Date, DateOrMoment, Moment
from generator.load.forms import Keys, OneOrMore, ShortFor, Texts
from generator.load.tags import Country, Language
from generator.load.values import Positive, Text, Whole, YesNo, one_of
from generator.model import AttributionKind, DigestKind, Status, SummaryEngine

Publish = Literal["quotations", "full"]
NeutralityCode = Literal["N001", "N002", "N003", "N004"]


class SummaryKeys(Keys):
    """How the digest's summary is made, or its text."""

    text: Text = Field("", description="the editor's own summary; then nothing is extracted")
    engine: Annotated[SummaryEngine, one_of(SummaryEngine)] | None = Field(
        None, description="extractive, lead or openai; the site's settings say which by default"
    )
    sentences: Positive = Field(3, description="how many sentences to take")
    words: Positive | None = Field(None, description="how many words to take at most")


class ImageKeys(Keys):
    """The picture at the head of a digest."""

    file: Text = Field(description="the picture's path from the digest's folder")
    alt: Text = Field(description="what the picture shows, for those who cannot see it")
    caption: Text = Field("", description="the line below the picture")
    credit: Text = Field("", description="who made the picture, and under which licence")


class WorkKeys(Keys):
    """What a review of a work is about."""

    type: Text = Field(description="book, film, game, album, play…")
    title: Text = Field(description="the work's title")
    creator: Text = Field("", description="author, director, studio, artist")
    published: Text = Field("", description="the year or date of publication, as you want it shown")
    identifier: Text = Field("", description="ISBN, EIDR, ISWC… as printed")


class ArticleChoice(Keys):
    """An article in the digest's list; what stands here overrides the article's front matter."""

    id: ArticleId = Field(description="the file's name in articles/, without its ending")
    stance: Text | None = Field(None, description="where the article stands, in a word or two")
    rating: Text | None = Field(None, description="the critic's rating as printed")
    note: Text | None = Field(None, description="a remark to readers")
    hide: YesNo = Field(default=False, description="true: keep and check it, but do not show it")


class OriginalKeys(Keys):
    """The words a translated quotation was made from."""

    text: Text = Field(description="the original words")
    language: Language = Field(description="their language, as fi or zh-Hant")


class QuotationKeys(Keys):
    """A quotation the editor writes, or what changes in an extracted one (`id`)."""

    article: ArticleId | None = Field(
        None, alias="from", description="the id of the stored article the words are taken from"
    )
    outlet: Text = Field("", description="who published the words, where no article is stored")
    text: Text = Field("", description="the words, exactly as they stand in the article")
    id: Text = Field("", description="the id of the extracted quotation that this entry changes")
    merge: Texts = Field((), description="ids of quotations that are shown as one with this")
    speaker: Text = Field("", description="who said the words, if not the outlet itself")
    role: Text = Field("", description="the speaker's office or trade")
    via: Text = Field("", description="the agency or outlet the words were taken over from")
    original: OriginalKeys | None = Field(None, description="the words before translation")
    translator: Text = Field("", description="who translated the words")
    pin: YesNo = Field(default=False, description="true: show it before the extracted ones")
    order: Whole | None = Field(None, description="its place among the pinned ones, 1 first")
    kind: Annotated[AttributionKind, one_of(AttributionKind)] | None = Field(
        None, description="direct, mixed or indirect"
    )
    note: Text = Field("", description="a remark to readers")
    acknowledge: Text = Field("", description="why it stays although its check failed; published")
    withdrawn: Text = Field("", description="why it was taken back; its words then disappear")
    was: Slug | None = Field(None, description="its id before an edit, which stays alive")


class CorrectionKeys(Keys):
    """A correction, as it is published."""

    date: Date = Field(description="the day of the correction, as 2026-11-23")
    what: Text = Field(description="what was wrong, and what is right")
    why: Text = Field("", description="how the mistake came about")
    kind: Text = Field("", description="as factual, attribution, translation, clarification")
    quotation: Text = Field("", description="the id of the quotation it concerns")


class NeutralKeys(Keys):
    """Words that the neutrality linter should let pass, and why."""

    code: Annotated[str, one_of(NeutralityCode)] = Field(description="N001, N002, N003 or N004")
    words: Text = Field(description="the words as they stand, with as many around as you like")
    reason: Text = Field(description="why they are right here; for the next editor")


class DigestKeys(Keys):
    """digest.yaml: the editor's choices and words for one digest."""

    title: Text = Field(description="the digest's headline")
    date: DateOrMoment = Field(description="the day of the digest, as 2026-11-23")
    modified: DateOrMoment | None = Field(None, description="the day of the last real change")
    status: Annotated[Status, one_of(Status)] = Field(
        "published", description="only published digests appear"
    )
    embargo: Moment | None = Field(
        None, description="the moment before which the digest does not appear, with its zone"
    )
    kind: Annotated[DigestKind, one_of(DigestKind)] = Field(
        "event", description="a digest of news, or of reviews of a work"
    )
    topic: Text = Field("", description="a slug of topics.yaml, or a name that becomes a topic")
    tags: Texts = Field((), description="free keywords")
    place: Text = Field("", description="where the event took place")
    language: Language | None = Field(None, description="the digest's own language, as en or pt-BR")
    author: Texts = Field((), description="who wrote the digest")
    editors: Texts = Field((), description="who edited the digest; added to `author`")
    approved_by: Texts = Field((), description="who released the digest")
    lede: Text = Field("", description="the opening sentence of the page")
    standfirst: Text = Field("", description="the line below the headline")
    summary: Annotated[SummaryKeys, ShortFor("text", but="auto")] = Field(
        SummaryKeys.model_construct(),
        description="your own words, `auto`, or how a summary is extracted",
    )
    image: ImageKeys | None = Field(None, description="the picture at the head of the page")
    work: WorkKeys | None = Field(None, description="the work that is reviewed (kind: work)")
    articles: tuple[Annotated[ArticleChoice, ShortFor("id")], ...] = Field(
        (), description="stored articles in the order you want; the others follow"
    )
    quotations: tuple[QuotationKeys, ...] = Field(
        (), description="quotations you write or pin, or extracted ones you change"
    )
    hide: Texts = Field((), description="ids of extracted quotations not to show")
    corrections: tuple[CorrectionKeys, ...] = Field((), description="corrections, as published")
    related: Annotated[tuple[Slug, ...], OneOrMore()] = Field(
        (), description="folder names of related digests"
    )
    silent: Texts = Field((), description="outlets you looked at that said nothing")
    neutral: tuple[NeutralKeys, ...] = Field(
        (), description="words that the neutrality linter should let pass, each with a reason"
    )
    was: Annotated[tuple[Slug, ...], OneOrMore()] = Field(
        (), description="earlier folder names of this digest; their addresses redirect here"
    )


class ArticleKeys(Keys):
    """The front matter of a stored article."""

    outlet: Text = Field(description="who published it: a name, alias or slug of the outlet")
    headline: Text = Field(description="the article's own headline")
    standfirst: Text = Field("", description="the line below its headline")
    byline: Text = Field("", description="who wrote it, as printed")
    published: DateOrMoment | None = Field(None, description="when it appeared")
    url: Url = Field("", description="its address on the web")
    archived: Url = Field("", description="the address of an archived copy")
    language: Language | None = Field(None, description="its language, if not the digest's")
    translated_from: Language | None = Field(
        None, description="the language of the original, if this text is a translation"
    )
    translator: Text = Field("", description="who translated it")
    via: Text = Field("", description="the agency or outlet it relays")
    rating: Text | None = Field(None, description="a critic's rating: 4/5, B+, 78/100, ★★★½, 85%")
    stance: Text = Field("", description="where it stands, in a word or two")
    captured: Date | None = Field(None, description="the day you stored it")
    publish: Annotated[Publish, one_of(Publish)] = Field(
        "quotations", description="full: you have the right to publish the whole text"
    )
    note: Text = Field("", description="a remark to readers")


class LeanKeys(Keys):
    """A political lean as somebody states it."""

    value: Text = Field(description="the lean, in the source's own word")
    source: Text = Field(description="who says so")


class OutletKeys(Keys):
    """An outlet this site adds to the built-in registry, or corrects in it."""

    name: Text = Field(description="the outlet's name as this site writes it")
    slug: Slug | None = Field(None, description="the last part of its address on this site")
    aliases: Texts = Field((), description="other names it goes by; added to the known ones")
    native_names: Texts = Field((), description="its names in other scripts; added likewise")
    country: Country | None = Field(None, description="its ISO 3166-1 code, as NO for Norway")
    languages: Annotated[tuple[Language, ...], OneOrMore()] = Field(
        (), description="the languages it publishes in, the main one first"
    )
    domain: Domain | None = Field(None, description="its web domain, as example.org")
    kind: Text | None = Field(None, description="daily, weekly, agency, broadcaster, magazine…")
    ownership: Text | None = Field(None, description="private, public, state, party…")
    lean: LeanKeys | None = Field(None, description="a lean, only ever with its source")
    note: Text = Field("", description="a remark to readers")


class PersonKeys(Keys):
    """How a speaker is named on this site."""

    name: Text = Field(description="the name to show")
    slug: Slug | None = Field(None, description="the last part of the speaker's address")
    aliases: Texts = Field((), description="other spellings that mean the same person")
    role: Text = Field("", description="the office or trade to show")


class TopicKeys(Keys):
    """A subject that digests share."""

    name: Text = Field(description="the topic's name")
    slug: Slug | None = Field(None, description="the last part of the topic's address")
    description: Text = Field("", description="a sentence for the head of the topic's page")
    parent: Text | None = Field(None, description="the slug or name of the wider topic")


class OutletList(RootModel[tuple[OutletKeys, ...]]):
    """outlets.yaml: this site's additions to and corrections of the outlet registry."""


class PersonList(RootModel[tuple[PersonKeys, ...]]):
    """people.yaml: speakers' names on this site."""


class TopicList(RootModel[tuple[TopicKeys, ...]]):
    """topics.yaml: the subjects of this site."""
