gardens = ["by the mill", "on the hill"]
apples = [14, 23]
bar_chart(apples, title="Baskets of apples", y_label="baskets", labels=gardens)
