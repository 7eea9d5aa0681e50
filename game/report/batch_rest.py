"""The later parts of the report of a batch: curves, coverage, every measure, how it was made."""

import shlex

from game.language import t, t_count, t_now
from game.report import batch_charts as charts
from game.report.batch_figures import count, games_of, interval, measure, one, percent
from game.report.batch_model import BatchReview, Counted, InjectRow, MoveRow
from game.report.batch_naming import Titles
from game.report.batch_parts import folder_name
from game.report.blocks import Block, Cell, Head, Listing, Section, Subhead, Table, Words

NEED = "need: "


def curves(review: BatchReview, titles: Titles) -> Section:
    """Fans of the measures that objectives and endings turn on."""
    blocks: list[Block] = [
        Words(
            t(
                "The measures that most objectives and endings turn on (an ending counts twice, a "
                "guess). Dark: half of the games; light: nine in ten; line: the median. A turn's "
                "figures are of the games that still went on in it, so late turns are of fewer "
                "games, and of others. All other measures: the last table but one."
            )
        )
    ]
    for place, row in enumerate(review.fans):
        blocks.append(Subhead(titles.column(row.fan.column)))
        blocks.append(charts.fan(place, row, titles))
    if not review.fans:
        blocks.append(Words(t("None of them moved."), note=True))
    return Section("curves", t("Measures over the turns"), tuple(blocks))


def coverage(review: BatchReview, titles: Titles) -> Section:
    """What came up in how many games, and what never did."""
    blocks: list[Block] = [_in_short(review), _injects(review, titles)]
    for seat in dict.fromkeys(row.seat for row in review.moves):
        rows = [row for row in review.moves if row.seat == seat]
        blocks.append(_moves(t("Orders of {seat}", seat=titles.seat(seat)), rows, titles))
    blocks.append(_unordered(review, titles))
    blocks.append(_voids(review, titles))
    blocks.append(_channels(review, titles))
    heads = (t("Claim"), t("Public at the end"), t("Publics reached, mean"))
    named = [(titles.thing("claim", row.key), row, one(row.more)) for row in review.claims]
    blocks.append(_came_up(t("Claims"), heads, named))
    heads = (t("Secret"), t("Public at the end"), t("Learned by somebody else"))
    named = [(titles.thing("secret", row.key), row, percent(row.more)) for row in review.secrets]
    blocks.append(_came_up(t("Secrets"), heads, named))
    return Section("coverage", t("What came up, and what never did"), tuple(blocks))


def _in_short(review: BatchReview) -> Table:
    """How much of each kind came up in any game."""
    kinds = (
        (t("Injects"), [row.games.count for row in review.injects]),
        (t("Channels"), [row.games.count for row in review.channels]),
        (t("Claims"), [row.games.count for row in review.claims]),
        (t("Secrets"), [row.games.count for row in review.secrets]),
        (t("Objectives met"), [row.met.count for row in review.goals]),
        (t("Endings"), [row.share.count for row in review.endings]),
    )
    ordered = len({row.deed for row in review.moves})
    moves = (t("Moves"), str(ordered), str(ordered + len(review.unordered)))
    rows = tuple((name, str(sum(n > 0 for n in seen)), str(len(seen))) for name, seen in kinds)
    heads = (Head(t("What")), Head(t("came up"), figures=True), Head(t("of"), figures=True))
    return Table(t("In short: in at least one game"), heads, (moves, *rows))


def _injects(review: BatchReview, titles: Titles) -> Table:
    heads = (
        Head(t("Inject"), share=46),
        Head(t("Waits for")),
        Head(t("Games"), figures=True),
        Head(t("95 % interval"), figures=True),
        Head(t("In turns"), figures=True),
    )
    rows = tuple(
        (
            Cell(titles.inject(row.key), "" if row.turns else "muted"),
            _waits(row),
            games_of(row.games),
            interval(row.games),
            _turns(row),
        )
        for row in review.injects
    )
    return Table(t("Injects"), heads, rows, long=True, small=True)


def _turns(row: InjectRow) -> str:
    if row.turns is None:
        return t("never")
    first, last = row.turns
    return str(first) if first == last else f"{first}–{last}"


def _waits(row: InjectRow) -> str:
    said = {
        "turn": t("its turn"),
        "condition": t("a condition"),
        "chance": t("its turn and the dice"),
        "hand": t("a facilitator"),
    }
    return said.get(row.how, row.how)


def _moves(caption: str, rows: list[MoveRow], titles: Titles) -> Table:
    heads = (
        Head(t("Move"), share=34),
        Head(t("Orders"), figures=True),
        Head(t("Games"), figures=True),
        Head(t("95 % interval"), figures=True),
        Head(t("done"), figures=True),
        Head(t("failed"), figures=True),
        Head(t("void"), figures=True),
        Head(t("waits at the end"), figures=True),
        Head(t("exposed"), figures=True),
    )
    lines = tuple(
        (
            titles.deed(row.deed),
            count(row.orders),
            games_of(row.games),
            interval(row.games),
            *(
                count(number) if number else "–"
                for number in (row.done, row.failed, row.void, row.standing, row.exposed)
            ),
        )
        for row in rows
    )
    return Table(caption, heads, lines, long=True, small=True)


def _unordered(review: BatchReview, titles: Titles) -> Table:
    heads = (Head(t("Move"), share=60), Head(t("Key")))
    rows = tuple((titles.deed(key), key) for key in review.unordered)
    caption = t("Never ordered, although actors of these kinds may")
    return Table(caption, heads, rows, long=True, small=True, empty=t("All were ordered."))


def _voids(review: BatchReview, titles: Titles) -> Table:
    heads = (
        Head(t("Seat"), share=22),
        Head(t("Move"), share=30),
        Head(t("Why it did nothing")),
        Head(t("Orders"), figures=True),
    )
    rows = tuple(
        (titles.seat(seat), titles.deed(deed), _reason(why), count(orders))
        for seat, deed, why, orders in review.voids
    )
    empty = t("No order was void.")
    return Table(t("Void orders"), heads, rows, long=True, small=True, named=2, empty=empty)


def _reason(why: str) -> str:
    """A reason of the tables in words."""
    if why.startswith(NEED):
        return t_now(why.removeprefix(NEED))
    said = {
        "not_yours": t("it cannot be ordered in this form"),
        "too_many": t("the sheet holds no more orders"),
        "twice": t("the same order stands on the sheet already"),
        "unpaid": t("what is left does not pay for it"),
    }
    return said.get(why, why)


def _channels(review: BatchReview, titles: Titles) -> Table:
    heads = (t("Channel"), t("Games with an order by it"), t("Orders"))
    named = [(titles.channel(row.key), row, count(row.more)) for row in review.channels]
    return _came_up(t("Channels"), heads, named)


def _came_up(
    caption: str, heads: tuple[str, str, str], named: list[tuple[str, Counted, str]]
) -> Table:
    """Things and in how many games they came up."""
    columns = (
        Head(heads[0], share=46),
        Head(heads[1], figures=True),
        Head(t("95 % interval"), figures=True),
        Head(heads[2], figures=True),
    )
    rows = tuple(
        (Cell(name, "" if row.games.count else "muted"), *charts.of_games(row.games), more)
        for name, row, more in named
    )
    return Table(caption, columns, rows, long=True, small=True, empty=t("There are none."))


def measures(review: BatchReview, titles: Titles) -> Section:
    """Every measure that moved, in three turns."""
    turns = max((fan.turns for fan in review.all_fans), key=len, default=())
    heads = [Head(t("Measure"), share=40)]
    heads += [Head(t("After turn {turn}", turn=turn), figures=True) for turn in turns]
    rows = []
    for fan in review.all_fans:
        said = []
        for band in fan.bands:
            low, middle, high = (
                measure(titles.scenario, fan.column, band[n]).removesuffix("\u00a0%")
                for n in (0, 2, 4)
            )
            said.append(f"{middle} ({low} … {high})" if low != high else middle)
        rows.append((titles.column(fan.column), *said))
    words = t_count(
        "Median and, where games differ, the range of nine in ten. {count} more was the same in "
        "every game. Shares in per cent. Every turn and game: turns.parquet.",
        "Median and, where games differ, the range of nine in ten. {count} more were the same in "
        "every game. Shares in per cent. Every turn and game: turns.parquet.",
        review.still,
    )
    caption = t("Measures that moved")
    table = Table(caption, tuple(heads), tuple(rows), long=True, small=True, empty=t("None moved."))
    return Section("measures", t("All measures"), (Words(words, note=True), table))


def made(review: BatchReview) -> Section:
    """How it was made, what is a guess, and the commands that give it again."""
    heads = (Head(t("What it gives"), share=34), Head(t("Command")))
    rows = [(t("This batch"), _again(review)), (t("This page"), _page_again(review))]
    for row in review.endings:
        if row.seed is not None:
            said = t("The first game that ended in {ending}", ending=row.key)
            rows.append((said, _play(review, row.seed)))
    notes = (
        t(
            "Everything is worked out from runs.parquet, turns.parquet and orders.parquet in the "
            "folder; the same tables give the same page, byte for byte."
        ),
        t(
            "Game n of a batch has a seed of its own, made of the seed of the batch and n. More "
            "games change no earlier one. A scenario that is not shipped is named by its path."
        ),
        t(
            "Intervals are 95 %: Wilson's for shares (1927), Newcombe's for differences of shares "
            "(1998), the normal one for means, which is too narrow below about 30 games. They "
            "tell what chance leaves open, given this scenario and these stand-ins; they say "
            "nothing of whether the model is right."
        ),
        t(
            "Many numbers of the rulebook are guesses and say so where they stand: "
            "scenarios/rulebook. `validate` shows what the models were held against."
        ),
    )
    blocks: list[Block] = [Listing(notes), Table(t("Commands"), heads, tuple(rows))]
    if not review.same_text:
        note = t("Add the --set that the batch was played with; the manifest does not keep it.")
        blocks.append(Words(note, note=True))
    return Section("made", t("How this page was made"), tuple(blocks))


def _again(review: BatchReview) -> str:
    said = review.played
    return (
        f"python main.py batch {shlex.quote(said.scenario)} --runs {review.games} "
        f"--seed {said.seed} {_policies(review)} --out {shlex.quote(folder_name(review.folder))}"
    )


def _page_again(review: BatchReview) -> str:
    return f"python main.py report {shlex.quote(folder_name(review.folder))}"


def _play(review: BatchReview, seed: int) -> str:
    name = shlex.quote(review.played.scenario)
    return f"python main.py play {name} --demo --text --seed {seed} {_policies(review)}"


def _policies(review: BatchReview) -> str:
    """The stand-ins as options: those of all seats at once where they are one."""
    named = review.played.policies
    if len(set(named.values())) == 1:
        return f"--policy all={shlex.quote(next(iter(named.values())))}"
    return " ".join(f"--policy {shlex.quote(f'{seat}={name}')}" for seat, name in named.items())
