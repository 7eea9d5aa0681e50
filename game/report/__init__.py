"""The debrief: what a journal or a batch says, for people to draw their own conclusions from.

A page is made of `blocks` and drawings (`plots.drawn`), and `write` turns it into one file of HTML.
Nothing here passes a verdict: it counts, shows and asks.
"""

from game.report.page import write

__all__ = ["write"]
