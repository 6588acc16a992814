"""What runs before the environment exists: the standard library only, of any Python from 3.11."""
