text = text.replace("<", ...)
return f"<p>{text}</p>"
