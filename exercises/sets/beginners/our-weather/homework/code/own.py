# What surprised me:
