talk = {
    "hello": 10,
    "problem": 30
    "demo": 40,
    "goodbye": 10,
}
