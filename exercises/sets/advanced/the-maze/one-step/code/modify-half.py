if word == "up":
    row = row ... 1
if word == ...:
    ...
