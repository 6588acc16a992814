people = {"lamp": 40, "mud": 200}
days = {"lamp": 300, "mud": 20}
heaviest = "mud"
if people["lamp"] * days["lamp"] > people["mud"] * days["mud"]:
    heaviest = "lamp"
print(heaviest, people[heaviest] * days[heaviest])
