"""The words of the main question, and what each does.

The words themselves are the same in every language, like commands; what they do is translated.
"""

from game.language import t_later

WORDS = {
    "news": t_later("what you were told since the turn before"),
    "changes": t_later("what moved in what you know since the turn before"),
    "why": t_later(
        "why a figure moved; why credibility urban youth, or why alone for all that did"
    ),
    "recap": t_later("your orders of the turn before, what came of them, and what others did"),
    "feed": t_later(
        "all you were told, newest first; feed leaks for those, feed find bridge for a word"
    ),
    "history": t_later("everything you were told so far, turn by turn"),
    "brief": t_later("the situation and your brief; brief long for all of it"),
    "objectives": t_later("what you are to reach, and how it stands"),
    "measures": t_later("the figures you know; measures trust for those of one measure"),
    "ladder": t_later(
        "how tense it is between states, rung by rung, and the ways down you know of"
    ),
    "people": t_later("who sits at the table; actors, audiences, channels and issues"),
    "ties": t_later("who influences whom, as a table; ties tessaly for those of one"),
    "claims": t_later("the claims and secrets you know"),
    "moves": t_later("all your moves by tier, with price, and why some are closed"),
    "order": t_later("compose an order; order leak for moves with leak in their name"),
    "sheet": t_later("review the orders you are about to hand in"),
    "forecast": t_later("what your sheet might do, in many worlds made up from what you know"),
    "remove": t_later("take an order off the sheet; remove 2 for the second"),
    "mark": t_later("mark this moment for the debrief; mark and your words"),
    "words": t_later("what the words of this game mean; words undertaking for one"),
    "done": t_later("hand in the sheet; the turn is played when all sheets are in"),
    "quit": t_later("leave the table; what was handed in stays in the journal"),
}
WRITING = ("order", "remove", "forecast", "done")
