"""Homework: its calendar, and the walls behind which a child's code runs."""
