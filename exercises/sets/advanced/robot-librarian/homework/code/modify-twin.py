def without_vowels(word):
    for letter in "aeiou":
        word = word.replace(letter, "")
    return word


print(without_vowels("strawberry"))
