"""An override that changes nothing is a warning, not silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.edition import problems_found
from generator.quotations.identity import quotation_id
from tests.digest.mill import SETTINGS, edition_of, messages_of, said_by, write_site

REVIEW = (
    "“Nobody objected,” the Fen Herald reports. The Quay Post says the first loaf was a brick.\n"
)
SAID = quotation_id(digest="mill", outlet="fen-herald", words="Nobody objected,")
TOLD = quotation_id(digest="mill", outlet="quay-post", words="the first loaf was a brick.")
ACKNOWLEDGED = "Delete `acknowledge`: it tells readers that the words stay in spite of the check."


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        (
            "- {from: herald, text: Nobody objected., acknowledge: We heard it.}\n",
            "a quotation is acknowledged, and its words are found where they should be. "
            + ACKNOWLEDGED,
        ),
        (
            "- {from: herald, text: Nobody … waited, kind: indirect, acknowledge: So it was.}\n",
            f"a paraphrase is acknowledged, and nothing checks it. {ACKNOWLEDGED}",
        ),
        (
            f"- {{id: {SAID}, role: miller}}\n",
            (
                f"`role` is given for '{SAID}', whose words are the outlet's own. "
                "Name the `speaker` whose role it is."
            ),
        ),
        (
            (
                "- {from: herald, text: forty years, order: 2}\n"
                "- {from: quay, text: The first loaf, order: 2}\n"
                "- {from: herald, text: Nobody objected., order: 2}\n"
            ),
            (
                "`order: 2` is the place of the entry in line 4 too, of the same outlet. "
                "Give each a place of its own."
            ),
        ),
    ],
)
def test_an_override_without_effect_is_a_warning(
    tmp_path: Path, entries: str, message: str
) -> None:
    """Build and check say where it stands and what to do; the site is built."""
    content = write_site(tmp_path, f"quotations:\n{entries}", review_md=REVIEW)
    (warning,) = edition_of(content).warnings
    line = 3 + len(entries.splitlines())
    assert str(warning) == f"content/digests/mill/digest.yaml:{line}: D021 {message}"
    assert warning in problems_found(content, SETTINGS)


@pytest.mark.parametrize(
    "entries",
    [
        "- {from: herald, text: Nobody cheered, acknowledge: The paper changed it.}\n",
        "- {outlet: Fen Herald, text: Nobody cheered, acknowledge: The paper changed it.}\n",
        f"- {{id: {SAID}, role: miller, speaker: Tom Reed}}\n",
        (
            "- {from: herald, text: forty years, order: 2}\n"
            "- {from: herald, text: Nobody objected., order: 2, pin: true}\n"
        ),
    ],
)
def test_one_with_an_effect_is_none(tmp_path: Path, entries: str) -> None:
    """An acknowledgement that is needed, a role that somebody has, a place that is free."""
    content = write_site(tmp_path, f"quotations:\n{entries}", review_md=REVIEW)
    assert edition_of(content).warnings == ()


def test_what_is_hidden_twice_is_hidden(tmp_path: Path) -> None:
    """The second time is a warning of its own and does not call the quotation unknown."""
    content = write_site(tmp_path, f"hide: [{TOLD}, {TOLD}]\n", review_md=REVIEW)
    found = edition_of(content)
    assert said_by(found.digests[0], "Quay Post") == ()
    (warning,) = found.warnings
    assert warning.code == "D021"


def test_hiding_nothing_is_an_error(tmp_path: Path) -> None:
    """An id that no quotation has is an error, once for each id."""
    (message,) = messages_of(tmp_path, "hide: [aaaaaaaaaa, aaaaaaaaaa]\n", review_md=REVIEW)
    assert message.startswith("content/digests/mill/digest.yaml:3: Q003 ")


def test_from_beside_an_id_takes_no_excerpt_away(tmp_path: Path) -> None:
    """Only an entry with words of its own stands for its article's excerpts."""
    keys = "quotations:\n- {id: %s, from: quay, note: Well.}\n"
    whole = edition_of(write_site(tmp_path / "a", "")).digests[0]
    excerpt = said_by(whole, "Quay Post")[0]
    content = write_site(tmp_path / "b", keys % excerpt.id)
    assert [q.id for q in said_by(edition_of(content).digests[0], "Quay Post")] == [
        q.id for q in said_by(whole, "Quay Post")
    ]
