word = "șapte"
print(word == "sapte")
plain = word.replace("ș", "s")
print(plain == "sapte")
print(word)
