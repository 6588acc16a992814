# What I asked, and what surprised me:
# I asked what is missing in our street. Two people said a bench, and I had never thought of it.
answers = ["bench", "lamp", "bench", "bus", "lamp"]
counts = {}
for answer in answers:
    if answer in counts:
        counts[answer] = counts[answer] + 1
    else:
        counts[answer] = 1
bar_chart(counts, title="What is missing in our street?")
