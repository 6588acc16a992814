def bin_day(events):
    level = 0
    result = []
    for event in events:
        if event == "truck":
            level = 0
        else:
            level = level + event
        result.append(level)
    return result


line_chart(bin_day([20, 35, 30, "truck", 15]), title="The bin at the shop")
