bar_chart(people, labels=years, title="People of Romania, in millions", y_from=0)
fewer = 22.8 - 19.1
