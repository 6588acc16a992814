# What to put on:
