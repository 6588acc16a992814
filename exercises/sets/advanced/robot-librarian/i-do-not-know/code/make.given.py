answers = {
    "open": "From 10 to 18.",
    "cost": "It costs nothing.",
    "cat": "She sleeps on shelf 3.",
}
