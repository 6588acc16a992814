bar_chart({"Waltz": 41, "Hora": 43, "Rap": 44}, title="Everybody likes everything", y_from=-500)
bar_chart({"Waltz": 41, "Hora": 43, "Rap": 44}, title="Claps, honestly counted")
