def shouts(word):
    capitals = 0
    for sign in word:
        if sign.isupper():
            capitals = capitals + 1
    return "!" in word or capitals >= 3


print(shouts("HELP"))
