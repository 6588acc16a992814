bar_chart(people, labels=years, title="People of Romania, in millions", y_from=0)
fewer = people[0] - people[3]
