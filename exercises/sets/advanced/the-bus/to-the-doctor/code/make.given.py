village = {
    "Poiana": [455, 610],
    "Izvoru": [620, 700],
    "Lunca": [],
}
