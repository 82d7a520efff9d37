"""Settings for building the site on your own machine; `publishconf.py` adds those for the public.

Pelican's settings, as in its documentation; ours are in PRESSREVIEW (docs/settings.md).
"""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
if str(HERE) not in sys.path:
    # Plain `pelican content` does not look for modules beside this file.
    sys.path.insert(0, str(HERE))

from generator import pelican_plugin  # noqa: E402 (after the path is set)

# What makes this a press review; docs/settings.md. Whatever you set below wins over it.
globals().update(pelican_plugin.DEFAULT_SETTINGS)
PLUGINS = [pelican_plugin]
PATH = "content"
OUTPUT_PATH = "output"

SITENAME = "The Valley Press Review"
SITEURL = "https://pressreview.example"
DEFAULT_LANG = "en"

PRESSREVIEW = {
    "tagline": "What the papers said, outlet by outlet",
    # The demonstration's invented countries, under codes that ISO 3166 leaves to users.
    "country_names": {
        "XL": "Lissany",
        "XM": "Marsaya",
        "XO": "Ozeria",
        "XR": "Brennau",
        "XT": "Tarrow Isles",
        "XV": "Valdora",
    },
}
