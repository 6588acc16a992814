def same_letters(word, other):
    return sorted(word) == sorted(other)


print(same_letters("stone", "notes"))
