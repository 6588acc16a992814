# The timetable of my stop, and who waits longest:
timetable = ["6:25", "7:10", "13:30", "17:00"]
for time in timetable:
    print("The bus leaves at", time)
# From the pole at the stop, on Saturday. A pupil who is done at 13:35 waits until 17:00.
