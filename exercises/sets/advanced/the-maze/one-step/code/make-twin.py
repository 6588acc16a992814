def snail(posts, post, way):
    new = post + 1
    if way == "back":
        new = post - 1
    if new < 0 or new >= posts:
        return post
    return new


print(snail(5, 4, "on"))
