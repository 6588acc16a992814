# One piece of my garland:
