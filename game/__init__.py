"""Backchannel: diplomatic crises, gamed before they are decided.

A scenario in YAML names states and other actors, their publics, channels, secrets and claims on
an influence graph; a turn engine resolves what every seat orders at once; a window or a terminal
shows it to people, and the same engine plays thousands of games without one. One game is a batch
of one: there is no second engine.

The rooms of the house, and who may enter which, are in docs/architecture.md.
"""

__version__ = "0.1.0"
