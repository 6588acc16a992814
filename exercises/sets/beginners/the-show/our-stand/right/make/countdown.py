stand = {
    "who": "everybody in the queue",
    "problem": "nobody knows when it begins",
    "try": "look at the number",
}
left_over = 3
while left_over > 0:
    print(f"{left_over} more to go")
    left_over = left_over - 1
if left_over == 0:
    print("Come in!")
