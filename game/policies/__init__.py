"""The stand-ins: observations in, orders out, for seats that no person holds.

A policy answers for all games of a block at once and sees only what its seat may see. To add one,
write a class with `choose` and enter it in POLICIES.
"""

from game.policies.assignment import assign
from game.policies.doctrine import Doctrine
from game.policies.echo import Echo
from game.policies.exploiter import Exploiter
from game.policies.plain import Broadcaster, Uniform
from game.policies.policy import Idle, Policy
from game.policies.scripted import Scripted

POLICIES: dict[str, type[Policy]] = {
    "broadcaster": Broadcaster,
    "doctrine": Doctrine,
    "echo": Echo,
    "exploiter": Exploiter,
    "idle": Idle,
    "uniform": Uniform,
}


def make(name: str) -> Policy:
    """Return the policy of a name; raises KeyError with the names there are."""
    if name not in POLICIES:
        message = f"there is no policy '{name}'; choose one of {', '.join(POLICIES)}"
        raise KeyError(message)
    return POLICIES[name]()


__all__ = [
    "POLICIES",
    "Broadcaster",
    "Doctrine",
    "Echo",
    "Exploiter",
    "Idle",
    "Policy",
    "Scripted",
    "Uniform",
    "assign",
    "make",
]
