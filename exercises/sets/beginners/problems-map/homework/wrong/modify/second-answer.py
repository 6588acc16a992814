kept = []
for answer in answers:
    kept.append(answers[1])
print(kept)
