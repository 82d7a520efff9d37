"""Settings for the published site: `pelican content -s publishconf.py`.

Set PRESSREVIEW_SITEURL to the address that readers will see; feeds, the sitemap and canonical
links carry it. All other links are relative and work anywhere.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *  # noqa: F403 (Pelican's custom: the public settings add to these)

# Four eyes before anything goes public; delete the line if you publish alone (docs/settings.md).
PRESSREVIEW = {**PRESSREVIEW, "approvals": 2}  # noqa: F405 (from pelicanconf)
SITEURL = os.environ.get("PRESSREVIEW_SITEURL", "https://pressreview.example")
