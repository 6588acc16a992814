talk = {
    "hello": 20,
    "problem": 30,
    "demo": 40,
}
