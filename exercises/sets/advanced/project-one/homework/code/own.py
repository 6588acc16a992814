# What surprised me, and what I will change:
