def shouted(words):
    result = []
    for word in words:
        if word == word.upper():
            result.append(word)
    return result


print(shouted(["come", "HERE", "NOW", "please"]))
