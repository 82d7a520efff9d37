"""How well the rules do on annotated texts, and the floors under which they must not fall.

The annotated texts are other people's and no part of this project: they lie in the folder that
`PRESSREVIEW_SHARED` names (`../shared` beside the checkout by default), with their own scorers.
"""
