import csv


def table(text):
    rows = [parts for parts in csv.reader(text.splitlines()) if parts]
    return [[street, int(houses), int(hens)] for street, houses, hens in rows[1:]]
