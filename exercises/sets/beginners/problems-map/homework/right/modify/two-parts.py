kept = []
for who, what in answers:
    kept = kept + [what]
print(kept)
