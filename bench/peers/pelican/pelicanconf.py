"""The same pages at the same addresses as ours; the harness puts the digests into content/."""

import functools
import json

SITENAME = "The Made Press Review"
SITEURL = "https://review.example"
PATH = "content"
OUTPUT_PATH = "output"
ARTICLE_PATHS = [""]
PAGE_PATHS = []
STATIC_PATHS = []
THEME = "theme"
THEME_STATIC_PATHS = []
PLUGINS = []
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
TYPOGRIFY = False
SLUGIFY_SOURCE = "title"
ARTICLE_URL = "digests/{slug}/"
ARTICLE_SAVE_AS = "digests/{slug}/index.html"
# Outlets are authors, and speakers tags: Pelican's two lists that take many values.
AUTHOR_URL = "outlets/{slug}/"
AUTHOR_SAVE_AS = "outlets/{slug}/index.html"
TAG_URL = "speakers/{slug}/"
TAG_SAVE_AS = "speakers/{slug}/index.html"
CATEGORY_URL = "topics/{slug}/"
CATEGORY_SAVE_AS = "topics/{slug}/index.html"
DIRECT_TEMPLATES = ["index", "authors", "tags", "categories", "sitemap"]
AUTHORS_SAVE_AS = "outlets/index.html"
TAGS_SAVE_AS = "speakers/index.html"
CATEGORIES_SAVE_AS = "topics/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"
PAGINATED_TEMPLATES = {"index": 12, "author": 12, "tag": 12, "category": 12}
PAGINATION_PATTERNS = [
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
]
FEED_ATOM = "feed.atom"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
FEED_MAX_ITEMS = 20
RSS_FEED_SUMMARY_ONLY = True
MARKDOWN = {"extensions": ["markdown.extensions.meta"], "extension_configs": {}}
# A digest's passages stand on its own page and on those of its outlets and speakers; read once.
JINJA_FILTERS = {
    "from_json": functools.cache(json.loads),
    "slugged": lambda name: name.lower().replace(" ", "-"),
}
