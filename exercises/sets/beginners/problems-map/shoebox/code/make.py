# What the box says:
