text = "my kitchen"
words = text.split()
print("hen" in text)
print("hen" in words)
print("kitchen" in words)
