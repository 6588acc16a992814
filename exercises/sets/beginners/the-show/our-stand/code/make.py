stand = {
    "who": "...",
    "problem": "...",
    "try": "...",
}
