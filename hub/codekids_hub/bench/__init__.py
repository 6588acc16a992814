"""Measurements side by side with the stock tool, in one run, on the same work."""
