first = input("First guess: ")
second = input("Second guess: ")
far_first = abs(first - secret)
far_second = abs(second - secret)
if far_second < far_first:
    answer = "warmer"
elif far_second > far_first:
    answer = "colder"
else:
    answer = "same"
