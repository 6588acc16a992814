hour = int(input("What time is it? "))
if hour <= 8:
    print("First bus")
elif hour <= 13:
    print("Second bus")
elif hour <= 18:
    print("Last bus")
else:
    print("On foot")
