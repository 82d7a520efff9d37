"""Ask a language model for summaries: the only part that opens a connection, and only if told to.

`endpoint` says where and with which key, `exchange` sends one question and reads the answer,
`correspondence` keeps to the budget and to what is stored, `summaries` puts what came of it into
digests.
"""
