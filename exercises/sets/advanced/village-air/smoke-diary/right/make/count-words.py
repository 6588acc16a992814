def diary(hours):
    words = [word(dust) for dust in hours]
    return {
        "clean": words.count("clean"),
        "so-so": words.count("so-so"),
        "dirty": words.count("dirty"),
    }


bar_chart(diary([4, 8, 31, 12]), title="Monday at the gate")
