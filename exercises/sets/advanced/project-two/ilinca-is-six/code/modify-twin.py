def shopping(text):
    result = []
    for line in text.split("\n"):
        line = line.strip()
        if line != "":
            result.append(line)
    return result


print(shopping("eggs\n\n milk \n"))
