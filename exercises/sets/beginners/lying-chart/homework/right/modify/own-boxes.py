first = people[0]
for one in people:
    last = one
fewer = first - last
bar_chart(people, y_from=0)
