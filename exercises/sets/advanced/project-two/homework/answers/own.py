# The hardest question, and my answer:
# What if somebody steals the lamp? It is screwed to the bridge, and the bridge is heavy.
sheet = {"clear": 8, "useful": 10, "honest": 9, "works": 6}
print(sum(sheet.values()))
