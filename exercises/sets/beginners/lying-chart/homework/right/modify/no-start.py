fewer = people[0] - people[len(people) - 1]
bar_chart(people, years, "People of Romania, in millions")
