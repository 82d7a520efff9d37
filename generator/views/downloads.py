"""The data files beside a digest's page: where they are, and what kind of file each is."""

from __future__ import annotations

from generator.model import Digest
from generator.settings import SiteSettings
from generator.views.frame import digest_address
from generator.views.shapes import Download

SITE_QUOTATIONS = "quotations.json"
"""Address of the file that has every quotation of the site."""


def digest_json(slug: str) -> str:
    """Return the address of a digest's data file."""
    return f"{digest_address(slug)}digest.json"


def quotations_csv(slug: str) -> str:
    """Return the address of the table of a digest's quotations."""
    return f"{digest_address(slug)}quotations.csv"


def citations_bib(slug: str) -> str:
    """Return the address of a digest's references as BibTeX."""
    return f"{digest_address(slug)}citations.bib"


def citations_json(slug: str) -> str:
    """Return the address of a digest's references as CSL-JSON."""
    return f"{digest_address(slug)}citations.json"


def reference_files(digest: Digest, settings: SiteSettings) -> tuple[Download, ...]:
    """Return the files that hold the references to a digest's quotations, keyed by `q-<id>`.

    None where the site publishes no data files.
    """
    slug = digest.slug
    if not settings.data_files:
        return ()
    return (
        Download(
            label="BibTeX",
            address=citations_bib(slug),
            type="application/x-bibtex",
            name=f"{slug}.bib",
        ),
        Download(
            label="CSL-JSON",
            address=citations_json(slug),
            type="application/vnd.citationstyles.csl+json",
            name=f"{slug}.csl.json",
        ),
    )


def downloads_of(digest: Digest, settings: SiteSettings) -> tuple[Download, ...]:
    """Return the data files that a digest's page links to; none where nothing is quoted."""
    slug = digest.slug
    if not digest.quotations or not settings.data_files:
        return ()
    return (
        Download(label="JSON", address=digest_json(slug), type="application/json"),
        Download(
            label="CSV",
            address=quotations_csv(slug),
            type="text/csv",
            name=f"{slug}.csv",
        ),
        *reference_files(digest, settings),
        Download(label="All digests, JSON", address=SITE_QUOTATIONS, type="application/json"),
    )
