"""Writes the golden games anew: `python -m tests.golden.rewrite`. Read the difference before you
commit it: it is what changed in play.
"""

from tests.golden.playthrough import GAMES, HERE, playthrough


def main():
    for file in GAMES:
        HERE.joinpath(file).write_text(playthrough(file), encoding="utf-8")
        print(f"wrote {file}")


if __name__ == "__main__":
    main()
