frost_then = len([value for value in then if value < 0])
frost_now = len([value for value in now if value < 0])
if not then or not now:
    answer = "unknown"
elif frost_now < frost_then:
    answer = "yes"
else:
    answer = "no"
bar_chart([frost_then, frost_now], ["then", "now"], "Frosty mornings")
