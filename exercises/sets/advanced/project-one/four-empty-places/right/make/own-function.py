def is_good(place, text):
    if place == "proof" and not has_number(text):
        return False
    return len(text.split()) >= 3


def missing(sheet):
    return [place for place in places if place not in sheet or not is_good(place, sheet[place])]


sheet = {
    "problem": "The lamp at the bridge has been dark since summer.",
    "who": "Children who walk home from training.",
    "proof": "It was dark on 9 of 10 evenings.",
    "idea": "A small lamp that notices the dark.",
}
print(missing(sheet))
