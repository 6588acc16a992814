hen = "Zoe"
print("hen")
print(hen)
print(f"Where is {hen}?")
