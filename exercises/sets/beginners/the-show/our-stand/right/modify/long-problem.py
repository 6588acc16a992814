talk = {
    "hello": 15,
    "problem": 40,
    "demo": 25,
    "goodbye": 10,
}
