# My talk, and what I changed after I tried it aloud:
