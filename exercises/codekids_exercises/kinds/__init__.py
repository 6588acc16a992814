"""The kinds of checks. A kind is one module with a `KIND`: how it is read, what it runs and what it makes of it.

To add a kind, write a module and name it in `registry.KINDS`.
"""
