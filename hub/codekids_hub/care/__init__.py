"""Care: saving copies and bringing them back, looking after an installation, and what it tells of itself."""
