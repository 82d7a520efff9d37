"""Draw the narrated review with its attributed passages marked."""

from __future__ import annotations

from markupsafe import Markup, escape

from generator.views.shapes import NarrativeView


def narrative(view: NarrativeView) -> Markup:
    """Filter: the narrative's paragraphs, each passage in `<mark id="n-…">`."""
    body = view.text[view.body.start : view.body.end]
    paragraphs = [escape(p) for p in body.split("\n\n") if p.strip()]
    return Markup("\n").join(Markup("<p>{}</p>").format(p) for p in paragraphs)
