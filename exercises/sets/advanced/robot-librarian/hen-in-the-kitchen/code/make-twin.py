pages = {"The Brave Hen": 90, "Snow": 140}
most = 0
for title in pages:
    if pages[title] > most:
        most = pages[title]
print(most)
