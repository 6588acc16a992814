kept = []
for answer in answers:
    kept.append(answer[1])
print(kept)
