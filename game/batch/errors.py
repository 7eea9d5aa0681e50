"""What a batch refuses, in words for whoever asked for it."""


class BatchError(Exception):
    """A batch that cannot be played as asked; the message names what is wrong and what to do."""
