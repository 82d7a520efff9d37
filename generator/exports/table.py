r"""quotations.csv: a digest's quotations as a table (RFC 4180, UTF-8, a header row).

A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, and words come from
outside. Such a cell gets one apostrophe before it, and so does a cell that already begins with
apostrophes and such a sign: whoever takes one apostrophe from each cell that `GUARDED` matches has
the words again, exactly. (The signs are those of OWASP's page on CSV injection.)
https://owasp.org/www-community/attacks/CSV_Injection
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from generator.exports.shapes import NOTICE, QuotationFacts

COLUMNS = (
    *("id", "permalink", "digest_slug", "digest_title", "digest_date", "digest_permalink"),
    *("outlet_slug", "outlet_name", "outlet_country"),
    *("article_id", "article_headline", "article_byline", "article_published"),
    *("article_url", "article_archived", "article_language"),
    *("speaker_slug", "speaker_name", "speaker_role", "via", "kind", "words", "language"),
    *("original_text", "original_language", "translator", "passage"),
    *("verdict_kind", "verdict_acknowledged", "withdrawn", "corrections", "note", "rule"),
    *("notice", "own_words"),
)
"""The columns: keys of `digest.json`, an inner key after its outer one. None is ever moved; new
ones come at the end."""

BETWEEN_PARTS = "\n\n"
"""Between the parts of a quotation, and between corrections: a blank line."""

_RISKY = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
GUARDED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")
"""What a guarded cell begins with."""


def quotations_table(quotations: Iterable[QuotationFacts]) -> bytes:
    """Return the table of `quotations`, one a row, in their order."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for quotation in quotations:
        cells = _cells(quotation)
        writer.writerow([guarded(cells.get(column, "")) for column in COLUMNS])
    return file.getvalue().encode("utf-8")


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet computes."""
    return f"'{cell}" if _RISKY.match(cell) else cell


def unguarded(cell: str) -> str:
    """Return the words of a cell of the table."""
    return cell[1:] if GUARDED.match(cell) else cell


def _cell(fact: object) -> str:
    """Return a fact as it is written in JSON, without marks around a text."""
    return str(fact).lower() if isinstance(fact, bool) else str(fact)


def _cells(quotation: QuotationFacts) -> dict[str, str]:
    """Return the cells of a row by their columns; what is not known is left out."""
    cells = {"notice": NOTICE}
    for key, value in quotation.model_dump(exclude={"words", "corrections"}).items():
        inner = value if isinstance(value, dict) else {"": value}
        for name, fact in inner.items():
            if fact is not None:
                cells[f"{key}_{name}" if name else key] = _cell(fact)
    cells["words"] = BETWEEN_PARTS.join(quotation.words)
    cells["corrections"] = BETWEEN_PARTS.join(
        ": ".join(filter(None, (c.date, c.what, c.why))) for c in quotation.corrections
    )
    return cells
