"""A site of its own."""

import sys

from generator import pelican_plugin

globals().update(pelican_plugin.DEFAULT_SETTINGS)
PLUGINS = [pelican_plugin]
PATH = "content"
OUTPUT_PATH = "output"

SITENAME = "Test"

# As where the extra is not installed: Python finds no such module.
sys.modules["distributed"] = None
