answer = "WOLF"
print(answer == "wolf")
print(answer != "wolf")
print(answer.lower())
print(answer)
