"""Whose words a cut may join: one speaker's, where that is sure."""

from __future__ import annotations

import pytest

from generator.verification import judged

TWO = [
    (
        "a very long night for us … the best supper in ten winters",
        "Kest called it “a very long night for us” and Mull “the best supper in ten winters”.",
    ),
    ("a long night … a supper", "Tormund called it “a long night” and Brandt “a supper”."),
    (
        "The crane is ours … the crane was taken from the town",
        "“The crane is ours,” said Tormund, while Brandt said “the crane was taken from the town”.",
    ),
    (
        "the ferry is no town's … the ferry is the gulls'",
        "Kest told the Herald “the ferry is no town's”; Mull told us “the ferry is the gulls'”.",
    ),
    (
        "The sluice is shut … The sluice is open",
        "Kest: “The sluice is shut.” Mull: “The sluice is open.”",
    ),
    (
        "The sluice is shut … The sluice is open",
        "“The sluice is shut.”\n\n“The sluice is open,” said Mull.",
    ),
    ("The sluice is shut … is open now", "“The sluice is shut.” “The sluice is open now.”"),
    ("The sluice is shut. [And] The sluice is open", "“The sluice is shut.” “The sluice is open.”"),
    ("Das Tor ist zu … Das Tor ist offen", "»Das Tor ist zu.« »Das Tor ist offen«, rief Mull."),
    (
        "Das Tor ist zu … Das Tor ist offen",
        "»Das Tor ist zu«, sagte Kest. »Das Tor ist offen«, rief Mull.",
    ),
    (
        "Nous pesons … nous réparons",
        "« Nous pesons », a dit Kest. « Puis nous réparons », a crié Mull.",
    ),
    (
        "Nous pesons … nous réparons",
        "« Nous pesons », a dit Kest. « Puis nous réparons », a dit Mull.",
    ),
    ("Le quai est à nous … il est à la mer", "— Le quai est à nous.\n— Non, il est à la mer."),
    ("We sell … Then we weep", "“We sell,” Kest said. Mull added: “Then we weep.”"),
    ("We sell … Then we weep", "“We sell,” she said. He added: “Then we weep.”"),
    ("We sell … You must not", "“We sell,” Kest said. She replied: “You must not.”"),
    ("We sell … Never do it", "“We sell,” Kest told Mull. She said: “Never do it.”"),
    ("We sell … Never", "“We sell,” Kest said. “Never!” Mull cried."),
    ("We sell … the quay is lost", "Kest said “we sell”, Mull said “the quay is lost”."),
    ("We sell … it is ours", "“We sell,” she cried. “No, it is ours,” he said."),
    ("we sell … it is ours", "For Kest “we sell”, said Mull, “and it is ours”."),
    ("we sell … it is ours", "According to Kest “we sell it”, said Mull, “it is ours”."),
]

TWO += [
    ("a mess … a gift", "Villagers called it “a mess” and “a gift”."),
    ("a mess … a gift", "Dutch fishermen called it “a mess” and “a gift”."),
    ("a mess … a gift", "Ada Kest and Ivo Mull called it “a mess” and “a gift”."),
    ("a mess … a gift", "They called it “a mess” and “a gift”."),
    ("a mess … a gift", "She called it “a mess” and “a gift” stood on the wall."),
    ("a mess … a gift", "She heard “a mess” and “a gift”."),
    ("a mess … a gift", "She called it “a mess” and Mull “a gift”."),
    ("a mess … a gift", "She called it “a mess” but “a gift”."),
    ("a mess … a gift", "Kest asked what Ada Mull called “a mess” and “a gift”."),
    ("We sell … Then we weep", "“We sell,” Kest said.\n\nMull added: “Then we weep.”"),
    ("We sell … Then we weep", "“We sell,” Kest said.\n\nShe said: “Then we weep.”"),
    ("We sell … Then we weep", "“We sell,” Kest said.\n\nNo.\n\nShe added: “Then we weep.”"),
    ("We sell … Then we weep", "“We sell,” she said.\n\nHe added: “Then we weep.”"),
    ("We sell … Then we weep", "“We sell,” Kest said. Mull left.\n\nShe added: “Then we weep.”"),
    ("We sell … Then we weep", "“We sell.”\n\nShe added: “Then we weep.”"),
    ("We sell … Then we weep", "“We sell,” Kest said.\n\n“Then we weep,” added Mull."),
    ("We sell … Then we weep", "“We sell,” Kest said.\n\n“Then we weep,” she said."),
    ("We sell … Then we weep", "“We sell,” Kest said.\n\n“Then we weep.” She added nothing."),
    ("We sell … Then we weep", "“We sell,” she said.\n\n“Then we weep,” he added."),
]

TWO += [
    ("We sell … We keep", "Kest: We sell it now.\nMull: We keep it now."),
    ("We sell … We keep", "ADA KEST: We sell it now.\n\nMULL: We keep it now."),
    ("We sell … We keep", "Q: Who sells?\n\nA: We sell it now.\n\nQ: Why? We keep it."),
    ("売る … 残す", "甲氏は「売る」と言い、乙氏は「残す」と言った。"),
    ("We weigh … we mend", "“We weigh,” Kest said, quoting Mull, “and we mend.”"),
    ("We weigh … we mend", "“We weigh,” Kest said, before Mull cut in, “and we mend.”"),
]

ONE = [
    (
        "First we weigh the fish … Then we mend the nets",
        "“First we weigh the fish,” Kest said. She added: “Then we mend the nets.”",
    ),
    ("نزن السمك أولا … نصلح الشباك", "«نزن السمك أولا»، قالت كست. وأضافت: «ثم نصلح الشباك»."),
    (
        "Nous pesons … nous réparons",
        "« Nous pesons », a dit Kest. « Puis nous réparons », a-t-elle ajouté.",
    ),
    ("Wir wiegen … flicken wir", "„Wir wiegen“, sagte Kest. „Dann flicken wir“, fügte sie hinzu."),
    ("Pesamos … remendamos", "«Pesamos», dijo Kest. Añadió: «Después remendamos»."),
    ("Мы взвесим … починим", "«Мы взвесим», сказала Кест. Она добавила: «Потом починим»."),
    ("Мы взвесим … починим", "«Мы взвесим», — сказал Кест. «Потом починим», — добавил он."),
    ("We weigh … we mend", "“We weigh the fish,” said Mr. Kest, “and we mend the nets.”"),
    ("We weigh … We mend", "“We weigh the fish,” said Kest. “We mend the nets.” The town slept."),
    ("We weigh … we mend", "“We weigh,” Kest, the mate, said on Monday, “and we mend.”"),
    ("We weigh … We mend", "“We weigh,” he said. “We mend,” he said."),
    ("We weigh … We mend", "“We weigh the fish.\n\n“We mend the nets,” said Kest."),
    ("We sell … Then we weep", "“We sell,” Kest said.\n\nShe added: “Then we weep.”"),
    ("We sell … Then we", "“We sell,” Kest said.\n\n“Then we weep,” she added."),
    ("Pesamos … remendamos", "«Pesamos», dijo Kest.\n\nAñadió: «Después remendamos»."),
    ("نزن السمك … نصلح الشباك", "«نزن السمك أولا»، قالت كست.\n\nوأضافت: «ثم نصلح الشباك»."),
    ("a mess … a gift", "She called it “a mess” and “a gift”."),
    ("a mess … a gift", "Ada Kest called it “a mess”, and “a gift”."),
    ("a mess … a gift", "It rained. Mr Kest called it “a mess” and “a gift”. Then he left."),
    ("ein Fest … ein Loch", "Sie kamen. Er nannte es „ein Fest“ und „ein Loch“."),
]


@pytest.mark.parametrize(("words", "text"), TWO)
def test_no_cut_joins_two_speakers(words: str, text: str) -> None:
    """Where the second stretch may be somebody else's, the words stand nowhere."""
    assert judged(words, {"a": text}, claimed=["a"]).kind == "absent"


@pytest.mark.parametrize(("words", "text"), ONE)
def test_a_cut_may_pass_over_the_speakers_own_clause(words: str, text: str) -> None:
    """A reporting clause, or one that names nobody, is no other speaker."""
    assert judged(words, {"a": text}, claimed=["a"]).kind == "edited"


DOTS = ["⋯", "/…/", "<...>", "[ . . . ]", "....", "(…)", "[…],"]


@pytest.mark.parametrize("dots", DOTS)
def test_dots_are_written_in_many_ways(dots: str) -> None:
    """Each says that words are left out."""
    text = {"a": "We go, as all know, home."}
    assert judged(f"We go {dots} home", text, claimed=["a"]).kind == "edited"


def test_chinese_writes_dots_in_pairs() -> None:
    """Six dots are one omission."""
    assert judged("我们……回家", {"a": "我们今天回家。"}, claimed=["a"]).kind == "edited"


def test_two_dots_in_a_bracket_put_nothing_in() -> None:
    """`[..]` is neither dots nor an explanation."""
    assert judged("We [..] go home", {"a": "We go home."}, claimed=["a"]).kind == "absent"
