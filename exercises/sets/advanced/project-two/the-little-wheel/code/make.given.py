def picture(words):
    return f"<svg role='img' aria-label='{words}' width='80' height='80'><circle cx='40' cy='40' r='30' fill='gold'/></svg>"
