bar_chart([22.8, 20.1, 19.1], title="People of Romania, in millions", y_from=0)
fewer = people[0] - people[-1]
