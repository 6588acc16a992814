# For whom it is, and what I measured:
