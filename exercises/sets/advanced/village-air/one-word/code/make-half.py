def flag(dust):
    if dust < 0:
        return "gray"
    if dust <= ...:
        return "green"
