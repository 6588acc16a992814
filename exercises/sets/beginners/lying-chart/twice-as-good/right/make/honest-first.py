bar_chart([small, big])
start = 2 * small - big
bar_chart([small, big], labels=["Lenuta", "Marcel"], y_from=start)
print(f"A liar's start: {start}")
