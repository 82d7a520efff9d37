"""`python -m bench.corpus N FOLDER`: write N made digests into a new folder.

By default a site of ours, to be built with `python -m generator build` there; with `--for`, the
same words as Markdown with front matter for a peer.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bench.corpus import ours, peers
from bench.corpus.digests import digests
from bench.corpus.vocabulary import vocabulary

SEED = 2024


def main(arguments: list[str] | None = None) -> int:
    """Write the digests; 2 if the folder is there already."""
    parser = argparse.ArgumentParser(prog="bench.corpus", description=__doc__)
    parser.add_argument("count", type=int, metavar="N", help="how many digests")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where to write them; new")
    parser.add_argument("--seed", type=int, default=SEED, help="default: %(default)s")
    parser.add_argument(
        "--narrated-only", action="store_true", help="no digest with stored articles"
    )
    parser.add_argument(
        "--for", dest="tool", choices=("pressreview", *peers.TOOLS), default="pressreview"
    )
    options = parser.parse_args(arguments)
    if options.folder.exists():
        parser.error(f"{options.folder} is there already")
    words = vocabulary(options.seed)
    made = digests(options.count, words, seed=options.seed, narrated=options.narrated_only)
    if options.tool == "pressreview":
        ours.write(options.folder, words, made)
    else:
        peers.write(options.folder, made, tool=options.tool)
    return 0


if __name__ == "__main__":
    sys.exit(main())
