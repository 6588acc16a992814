def nameless(jars):
    result = []
    for jar, grams, label in jars:
        if label.strip() == "" and grams > 500:
            result.append(jar)
    return result


print(nameless([["jam", 300, ""], ["honey", 900, "2025"], ["pickles", 800, " "]]))
