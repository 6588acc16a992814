def flag(wind):
    if wind > 50:
        return "purple"
    return "green"

gusts = [20, 65]
for gust in gusts:
    fill_start(flag(gust))
    circle(8)
    fill_end()
    jump_to(gust, 30)
