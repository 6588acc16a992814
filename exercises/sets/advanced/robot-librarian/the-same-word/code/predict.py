asked = " TIGER "
print(asked == "tiger")
print(len(asked))
asked = asked.strip().lower()
print(asked == "tiger")
