word = "0700-000-001"
print(len(word))
print(sum(sign.isdigit() for sign in word))
print(word.split())
