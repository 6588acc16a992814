kept = []
for answer in answers:
    kept.append(answer[0])
print(kept)
