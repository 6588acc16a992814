kept = []
for answer in answers:
    kept.append(answer[2])
print(kept)
