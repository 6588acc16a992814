def longest_word(words):
    result = ""
    for word in words:
        if len(word) > len(result):
            result = word
    return result


print(longest_word(["hen", "tractor", "goat"]))
