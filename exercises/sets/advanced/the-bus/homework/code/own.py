# The timetable of my stop, and who waits longest:
timetable = ["6:40", "8:35", "16:00"]
for time in timetable:
    print("The bus leaves at", time)
