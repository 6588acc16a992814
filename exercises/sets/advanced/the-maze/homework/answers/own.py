# My level, and what my friend did:
# She went straight past the exit, because I had hidden it behind a corner.
# Next time there is one dead end less, and grass where she should look.
level = [
    ["#", "#", "#", "#", "#"],
    ["#", "S", ".", ".", "#"],
    ["#", "#", "E", "#", "#"],
]
print(len(level), "rows")
