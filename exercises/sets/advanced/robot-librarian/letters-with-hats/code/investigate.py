hats = {"ă": "a", "ș": "s"}
word = "păpușă"
for letter in hats:
    word = word.replace(letter, hats[letter])
    print(word)
