"""The phrasebook: what the words of the rulebook's language are called in sentences.

{0} and {1} stand for the things that a word is asked of. A measure without an entry is still said,
as `name of this with that`.
"""

# Sets, and what one thing is to another.
SETS = {
    "reached": "whoever is reached",
    "everyone": "every audience",
    "others": "every other actor",
    "states": "every state",
    "channels": "every channel",
    "issues": "every issue",
}
RELATIONS = {
    "owner": "the owner of {0}",
    "of": "the government of {0}",
    "subject": "whom {0} is about",
    "issue": "the issue of {0}",
    "story": "the story of {0}",
    "host": "the host of the nationals of {0}",
    "forgery": "a forged document about {0}",
    "alarm": "a false alarm from {0}",
    "publics": "the publics of {0}",
    "abroad": "all publics but those of {0}",
    "suspects": "whomever {0} suspects",
    "named": "whom {0} names",
}
# Measures and facts that are yes or no.
TRUTHS = {
    "accused": "{1} accuses {0}",
    "aim": "the strategy of {0} is to reach {1}",
    "anonymous": "{0} needs no name",
    "author": "{0} can bring up {1}",
    "bound": "{0} has signed {1}",
    "denied": "{0} has denied what {1} accuses it of",
    "digital": "{0} is a network",
    "disowned": "{0} has denied {1}",
    "falsehood": "{0} is false",
    "holds": "{0} holds {1}",
    "invented": "{0} made up {1}",
    "listed": "{1} is for {0} to bring up, and not for everybody",
    "means": "the strategy of {0} goes over {1}",
    "neutral": "the law of {0} keeps all lanes equal",
    "out": "{0} has been said in public",
    "owns": "{0} owns {1}",
    "party": "{0} is a party to {1}",
    "public": "{0} is out",
    "theme": "the strategy of {0} is about {1}",
    "threat": "an ultimatum of {0} to {1} stands",
    "truth": "{0} is true",
    "wronged": "{1} has wronged {0}",
}
# Measures and facts that are numbers, where `name of this with that` would not do.
NUMBERS = {
    "attention": "attention to {0}",
    "belief": "belief of {0} in {1}",
    "bots": "false accounts of {0}",
    "bypass": "share of {0} that goes around blocks",
    "busy": "people of {0} tied up",
    "citizens": "nationals of {0} there",
    "data": "data of {0} about {1}",
    "done": "how often {1} did this",
    "evidence": "evidence of {0} against {1}",
    "exploit": "ways in that {0} has",
    "exposed": "deeds of {0} laid bare",
    "gaffe": "open blunders of {0}",
    "heard": "how often {1} has come to {0}",
    "insight": "how closely {0} listens to {1}",
    "label": "label on {0}",
    "lane": "speed of {0} for {1}",
    "located": "located share of the nationals of {0}",
    "mobilized": "readiness of {0} to act",
    "norm": "what {0} has at stake in norms",
    "online": "connected share of {0}",
    "open": "open share of {0} for {1}",
    "political": "political will of {0}",
    "privacy": "privacy debt of {0}",
    "providers": "network providers of {0}",
    "resistance": "resistance of {0} to {1}",
    "settled": "how firmly {1} sits with {0}",
    "suspended": "how far {0} is kept off {1}",
    "takes": "what {1} takes from {0}",
    "units": "further desks of {0}",
    "vouched": "the best name behind {1} with {0}",
    "waiting": "unanswered questions of {1} to {0}",
    "weight": "economic weight of {0}",
}
# How the second thing of any other measure follows the first, by its axis.
BETWEEN = {
    "actor": "towards",
    "audience": "with",
    "issue": "on",
    "claim": "in",
    "secret": "for",
    "channel": "on",
    "undertaking": "to",
}
FUNCTIONS = {
    "min": "the least of {}",
    "max": "the greatest of {}",
    "mean": "the mean of {}",
    "sum": "the sum of {}",
    "abs": "the size of {}",
    "log1p": "the logarithm of 1 + {}",
    "prob": "the probability of {}",
}
SIGNS = {
    "<": "is below",
    "<=": "is at most",
    ">": "is above",
    ">=": "is at least",
    "==": "is",
    "!=": "is not",
    "*": "×",
    "/": "÷",
    "-": "−",
}
