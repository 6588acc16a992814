bar_chart(people, labels=years, title="People of Romania, in millions", y_from=0)
fewer = 3.7
