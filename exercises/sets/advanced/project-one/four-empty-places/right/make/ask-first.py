def missing(sheet):
    result = []
    for place in places:
        if place not in sheet or len(sheet[place].split()) < 3 or (place == "proof" and not has_number(sheet[place])):
            result.append(place)
    return result


sheet = {
    "problem": "Dogs run after the bikes at the mill.",
    "who": "Everybody who rides to school.",
    "proof": "We counted 14 dogs in 5 days.",
    "idea": "A map with the quiet streets.",
}
print(missing(sheet))
