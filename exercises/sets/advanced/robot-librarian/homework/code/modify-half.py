for sign in "?!...":
    question = question.replace(sign, "")
