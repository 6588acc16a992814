def game(letters):
    signs = list(letters)
    changed = []
    for i in range(1, len(letters) - 1):
        if letters[i] == "*" and letters[i - 1] == letters[i + 1]:
            signs[i] = letters[i - 1]
            changed.append(i)
    return [signs, changed]


print(game("a*a-b*c"))
