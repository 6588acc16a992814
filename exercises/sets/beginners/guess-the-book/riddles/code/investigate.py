answer = "HEN"
print(answer == "hen")
print(answer != "hen")
print(answer.lower())
print(answer)
