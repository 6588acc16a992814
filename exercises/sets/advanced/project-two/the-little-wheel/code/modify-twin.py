def telegram(text):
    text = text.replace("#", "")
    text = text.replace(".", " STOP")
    return text


print(telegram("It came. #1"))
