"""Children's data: what is kept about a child, taken away by its family, and erased everywhere."""
