def find(titles, asked):
    wanted = asked.lower().strip()
    if not wanted:
        return []
    return [title for title in titles if wanted in title.lower()]
