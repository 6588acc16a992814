kept = []
for answer in answers:
    kept.append(answer)
    print(answer[1])
