bar_chart(people, labels=years, title="The country is emptying!", y_from=19.1)
fewer = people[0] - people[-1]
