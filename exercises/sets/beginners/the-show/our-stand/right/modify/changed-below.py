talk = {
    "hello": 20,
    "problem": 45,
    "demo": 60,
    "goodbye": 5,
}
talk["problem"] = 25
talk["demo"] = 35
talk["goodbye"] = 10
