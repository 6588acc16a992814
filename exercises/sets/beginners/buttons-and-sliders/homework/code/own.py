# What they said, and what I changed:
