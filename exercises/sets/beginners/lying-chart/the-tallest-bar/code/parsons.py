cats = ["Miti", "Linda", "Tom"]
mice = [3, 7, 1]
bar_chart(mice, labels=cats, title="Mice of one night")
print("Well done, cats!")
