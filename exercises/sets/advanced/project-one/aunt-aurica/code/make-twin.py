coins = 0
answer = input("Your coin? ")
while answer.strip() != "enough":
    if answer == "10" or answer == "50":
        coins = coins + int(answer)
    answer = input("Your coin? ")
print(coins)
