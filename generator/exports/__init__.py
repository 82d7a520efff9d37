"""The site as data: quotations with their whole chains, and references to cite them by.

Per digest `digest.json`, `quotations.csv`, `citations.bib` and `citations.json`, for the site
`quotations.json`. They hold what the pages show of published digests, in the pages' order: nothing
held or hidden, and of a stored article nothing but its published quotations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.citations.bibtex import bibtex_file
from generator.citations.csl import csl_file
from generator.exports.facts import digest_facts, quotation_facts, site_facts
from generator.exports.shapes import NOTICE, VERSION, DataFile, DigestData, QuotationFacts, SiteData
from generator.exports.table import quotations_table
from generator.model import Digest
from generator.settings import SiteSettings
from generator.views.citation import citations_of
from generator.views.downloads import (
    SITE_QUOTATIONS,
    citations_bib,
    citations_json,
    digest_json,
    quotations_csv,
)


def data_files(digests: Sequence[Digest], settings: SiteSettings) -> dict[str, bytes]:
    """Return every data file by its address; `digests` are published, the newest first."""
    files: dict[str, bytes] = {}
    rows: list[str] = []
    for digest in digests:
        data = digest_data(digest, settings)
        rows.append(rows_of(data.quotations))
        files |= files_of(digest, data, settings, rows=rows[-1])
    files[SITE_QUOTATIONS] = b"".join(site_file(rows, settings))
    return files


def files_of(
    digest: Digest, data: DigestData, settings: SiteSettings, *, rows: str
) -> dict[str, bytes]:
    """Return the data files of one digest by their addresses.

    `data` is its `digest_data`, `rows` are `rows_of` the quotations in that.
    """
    cited = citations_of(digest, settings)
    return {
        digest_json(digest.slug): _with_rows(data.model_copy(update={"quotations": ()}), rows),
        quotations_csv(digest.slug): quotations_table(data.quotations),
        citations_bib(digest.slug): bibtex_file(cited).encode("utf-8"),
        citations_json(digest.slug): csl_file(cited).encode("utf-8"),
    }


def rows_of(quotations: Iterable[QuotationFacts]) -> str:
    """Return quotations as rows of the site's data file; empty for none."""
    rows = (quotation.model_dump_json(indent=1) for quotation in quotations)
    # JSON writes a line break within a text as `\\n`, so each one here is between two keys.
    return ",\n".join("  " + row.replace("\n", "\n  ") for row in rows)


def site_file(rows: Iterable[str], settings: SiteSettings) -> Iterator[bytes]:
    """Yield the data file of the whole site; `rows` are `rows_of` its digests, newer ones first.

    It is `as_json` of a `SiteData`, put together from rows that were made one digest at a time, and
    in pieces, for an archive has a hundred million bytes of them.
    """
    site = SiteData(version=VERSION, notice=NOTICE, site=site_facts(settings), quotations=())
    start, end = _before_and_after(as_json(site))
    before = "[\n"
    for row in filter(None, rows):
        yield start + (before + row).encode()
        start, before = b"", ",\n"
    yield start + b"[]" + end if start else b"\n ]" + end


def _before_and_after(whole: bytes) -> tuple[bytes, bytes]:
    """Part a data file that ends in no quotations yet at the place of these."""
    start, end = whole.rsplit(b"[]", 1)
    return start, end


def _with_rows(data: DataFile, rows: str) -> bytes:
    """Return `as_json` of `data`, which ends in no quotations yet, with `rows` of them."""
    whole = as_json(data)
    start, end = _before_and_after(whole)
    return b"%b[\n%b\n ]%b" % (start, rows.encode(), end) if rows else whole


def digest_data(digest: Digest, settings: SiteSettings) -> DigestData:
    """Return the data of one digest."""
    return DigestData(
        version=VERSION,
        notice=NOTICE,
        site=site_facts(settings),
        digest=digest_facts(digest, settings),
        quotations=tuple(quotation_facts(q, digest, settings) for q in digest.quotations),
    )


def as_json(data: DataFile) -> bytes:
    """Return a data file as JSON (RFC 8259): UTF-8, keys in the order of the contract."""
    return f"{data.model_dump_json(indent=1)}\n".encode()


__all__ = ["as_json", "data_files", "digest_data", "files_of", "rows_of", "site_file"]
