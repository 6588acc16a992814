brag = [caught for caught in fish if caught > 5]
grumble = [caught for caught in fish if 2 > caught]
line_chart(brag, title="I never fail!")
line_chart(grumble, title="He never brings anything!")
line_chart(fish, title="All days")
print(brag, grumble)
