exam = [["child", "child"], ["grown-up", "child"], ["child", "child"]]
right = 0
for truth, answer in exam:
    if truth == answer:
        right = right + 1
print(right, len(exam))
