"""What runs behind the walls, beside the child's code: the standard library and, for notebooks, IPython. Nothing secret."""
