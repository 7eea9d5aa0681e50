"""Where the files that come with the program are, and where the ones that play makes go.

The same code runs from a checkout, from an installed wheel and from a folder an author points to.
Each candidate is recognized by a file that only the real one has, so that a stray folder of the
same name is never taken for it.
"""

import os
from pathlib import Path

MARKER = Path("scenarios", "rulebook", "measures.yaml")
OVERRIDE = "BACKCHANNEL_DATA"
SAVES = "BACKCHANNEL_SAVES"


class DataMissing(FileNotFoundError):
    """The program's own files are not where they should be; the message is for people."""


def data_path(*parts: str) -> Path:
    """The path of a shipped file or folder, as in `data_path("scenarios", "blackout")`.

    Looks in the folder named by the environment variable BACKCHANNEL_DATA if that is set, else in
    the installed package, else in the checkout. Whether the parts exist is for the caller to see.

    Raises:
        DataMissing: no candidate holds the rulebook; says where it looked and what to do.
    """
    return _root().joinpath(*parts)


def user_data_path() -> Path:
    """The folder for saved journals of whoever is logged in; made if it is not there.

    The environment variable BACKCHANNEL_SAVES names another folder, for instance on a training
    laptop whose accounts are wiped overnight.
    """
    if named := os.environ.get(SAVES):
        saves = Path(named).expanduser()
    else:
        import platformdirs

        saves = platformdirs.user_data_path("backchannel", appauthor=False)
    saves.mkdir(parents=True, exist_ok=True)
    return saves


def _root() -> Path:
    if named := os.environ.get(OVERRIDE):
        folder = Path(named).expanduser()
        if _is_data(folder):
            return folder
        raise DataMissing(
            f"{OVERRIDE} points to {folder}, which has no {MARKER.as_posix()}: "
            "name a folder that holds scenarios/ and assets/, or unset the variable."
        )
    package = Path(__file__).resolve().parent
    candidates = (package / "_data", package.parent)
    for folder in candidates:
        if _is_data(folder):
            return folder
    looked = " and ".join(str(folder) for folder in candidates)
    raise DataMissing(
        f"The shipped scenarios are missing: no {MARKER.as_posix()} in {looked}. "
        f"Install Backchannel again, or set {OVERRIDE} to a folder with scenarios/ and assets/."
    )


def _is_data(folder: Path) -> bool:
    return (folder / MARKER).is_file()
