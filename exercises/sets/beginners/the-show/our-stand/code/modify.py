talk = {
    "hello": 20,
    "problem": 45,
    "demo": 60,
    "goodbye": 5,
}
