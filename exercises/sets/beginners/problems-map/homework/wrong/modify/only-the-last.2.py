kept = []
for answer in answers:
    kept = []
    kept.append(answer[1])
print(kept)
