"""A site of its own."""

from generator import pelican_plugin

globals().update(pelican_plugin.DEFAULT_SETTINGS)
PLUGINS = [pelican_plugin]
PATH = "content"
OUTPUT_PATH = "output"

SITENAME = "Test"
