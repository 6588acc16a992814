"""The content gates: named rules, each a small function whose docstring explains it.

A rule's name is its function's, with hyphens. `registry` lists them all.
"""
