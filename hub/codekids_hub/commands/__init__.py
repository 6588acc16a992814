"""Commands of ``codekids``, a module each."""
