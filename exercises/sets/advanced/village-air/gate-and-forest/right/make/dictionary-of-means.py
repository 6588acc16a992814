def dustiest(air):
    means = {}
    for place in air:
        if air[place]:
            means[place] = sum(air[place]) / len(air[place])
    if not means:
        return None
    return max(means, key=means.get)


bar_chart(village["gate"], title="Our air")
