"""The tables of one game that was played at a table: a film is a batch of one.

So whatever reads a batch reads a journal too, and what was done by hand is in the numbers.
"""

from pathlib import Path

import numpy as np

from game.batch.blocks import Bench, Played
from game.batch.columns import columns_of
from game.batch.parquet import write
from game.batch.tables import tables_of
from game.engine import RUNNING, ending_names, gather, read_orders
from game.engine.orders import join
from game.views.film import Film


def write_film(film: Film, out: Path) -> list[Path]:
    """Write the tables of a filmed game into a folder, as those of a batch with one run.

    A game that goes on has no ending, and its measures are as they stand.

    Raises:
        ValueError: no turn of it was played.
        BatchError: the folder cannot be written.
    """
    if not film.scenes:
        raise ValueError("no turn of this game has been played yet")
    columns = columns_of(film.scenario, film.rulebook)
    bench = Bench(film.rulebook, columns, columns.of(columns.by_turn), views=(), stand_ins=())
    files = []
    for name, table in tables_of(bench, _played(film, bench), first_run=0).items():
        files.append(out / f"{name}.parquet")
        write(table, files[-1])
    return files


def _played(film: Film, bench: Bench) -> Played:
    """The game as a block of one."""
    scenes = film.scenes
    sheets = [read_orders(film.rulebook, scene.orders) for scene in scenes]
    turns = np.array([scene.turn for scene in scenes])
    ended = list(ending_names(film.rulebook)).index(film.ending) if film.ending else RUNNING
    return Played(
        seed=np.array([film.header.seed], dtype=np.uint64),
        turns=np.array([len(scenes)]),
        ended=np.array([ended]),
        final=bench.columns.read(scenes[-1].closed.cells),
        history=np.concatenate([bench.traced.read(scene.closed.cells) for scene in scenes], axis=1),
        orders=join(sheets),
        order_turn=np.repeat(turns, [len(one) for one in sheets]),
        events=gather([scene.events for scene in scenes]),
        event_turn=np.repeat(turns, [len(scene.events) for scene in scenes]),
    )
