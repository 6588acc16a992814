# My twelve examples, and the one that goes wrong:
examples = [
    [13, "teaspoon"], [14, "teaspoon"], [14, "teaspoon"], [12, "teaspoon"],
    [13, "teaspoon"], [15, "teaspoon"], [20, "soup spoon"], [21, "soup spoon"],
    [20, "soup spoon"], [19, "soup spoon"], [22, "soup spoon"], [21, "soup spoon"],
]
print(closest(examples, 16))
# It was the baby's spoon with a long handle. Nobody had shown it one.
