from random import choice

days = ["rain", "rain", "sun", "wind"]


def weather():
    return choice(days)


print(weather())
