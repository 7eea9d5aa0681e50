"""The door: hands over to `game.cli`."""

from game.cli import main

if __name__ == "__main__":
    main()
