talk = {
    "hello": 15,
    "problem": ...,
    "demo": ...,
    "goodbye": 10,
}
