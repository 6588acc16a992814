for line in text.split("\n")[...]:
    if line ... "":
        rows = rows + 1
