talk = {
    "hello": 15,
    "problem": 35,
    "demo": 35,
    "goodbye": 5,
}
