bar_chart(people, labels=years, title="The country is emptying!", y_from=18)
fewer = people[0] - people[-1]
