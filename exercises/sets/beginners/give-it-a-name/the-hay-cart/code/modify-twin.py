def may(tall, kilos):
    return tall >= 120 and kilos <= 50

print(may(131, 34))
