# What I asked, and what surprised me:
