"""A build that does again only what has to be done again.

`gathering` brings what is known of each digest up to date, `comparing` what they are to each other,
`publishing` what of them is live, `drawing` the pages and files that show it. What was found out is
kept in `store/state.py`.
"""
