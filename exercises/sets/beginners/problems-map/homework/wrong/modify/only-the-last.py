kept = []
for answer in answers:
    kept = [answer[1]]
print(kept)
