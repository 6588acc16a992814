kept = []
for answer in answers:
    kept.append(answer[...])
