answers = {
    "open": "From 10 to 18.",
    "cat": "She sleeps on shelf 3.",
}
print(answers.get("open"))
print(answers.get("pizza"))
print(answers.get("pizza", "Sorry, I do not know."))
