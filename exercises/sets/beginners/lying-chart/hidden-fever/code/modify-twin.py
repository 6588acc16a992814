snow = [12, 45, 30]
stick = max(snow) + 20
print(f"The stick must be {stick} cm long.")
line_chart(snow)
