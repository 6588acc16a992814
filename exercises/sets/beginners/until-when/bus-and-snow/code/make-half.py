snow = int(input("How many centimetres of snow? "))
days = 0
while ...:
    snow = snow - 4
    days = ...
