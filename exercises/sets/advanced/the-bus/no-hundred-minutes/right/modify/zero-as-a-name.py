def clock(total):
    zero = ""
    if total % 60 <= 9:
        zero = "0"
    return str(total // 60) + ":" + zero + str(total % 60)
