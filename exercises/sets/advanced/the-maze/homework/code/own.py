# My level, and what my friend did:
