talk = {
    "hello": 10,
    "problem": 10,
    "demo": 60,
    "goodbye": 10,
}
