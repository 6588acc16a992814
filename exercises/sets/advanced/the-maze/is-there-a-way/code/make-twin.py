friends = {"Ana": ["Ion"], "Ion": ["Ana", "Mara"], "Mara": ["Ion"], "Radu": []}


def chain(first):
    heard = [first]
    for child in heard:
        for friend in friends[child]:
            if friend not in heard:
                heard.append(friend)
    return "Radu" in heard


print(chain("Ana"))
