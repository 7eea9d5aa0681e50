"""Numbered cases of adjudication: written in YAML, played headless, published as a book.

`prepared` reads a file, `results` plays it, `page_of` prints it. An author writes cases for a
scenario of his own in the same language.
"""

from game.batch.cases.judging import Book, judge
from game.batch.cases.printing import MARK, page_of, print_into
from game.batch.cases.running import Result, case_files, prepared, results, standard_paths

__all__ = [
    "MARK",
    "Book",
    "Result",
    "case_files",
    "judge",
    "page_of",
    "prepared",
    "print_into",
    "results",
    "standard_paths",
]
