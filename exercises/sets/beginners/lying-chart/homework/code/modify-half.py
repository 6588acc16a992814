bar_chart(people, labels=years, title="People of Romania, in millions", y_from=...)
fewer = people[0] - people[...]
