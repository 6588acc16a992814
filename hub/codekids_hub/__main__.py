"""``python -m codekids_hub``: the same command as ``codekids``."""

from codekids_hub.cli import main

if __name__ == "__main__":
    main(prog_name="codekids")
