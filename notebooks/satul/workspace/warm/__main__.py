"""Be the warm parent, and in its forks whatever they were made for."""

from satul.workspace.warm.parent import main

if __name__ == "__main__":
    main()
