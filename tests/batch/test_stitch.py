"""Files joined by their bytes hold what they held, for whoever reads them."""

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from game.batch.stitch import is_whole, stitch


def table(first, rows):
    """Numbers, words, nothing, and a column that is always the same."""
    numbers = range(first, first + rows)
    return pa.table({
        "run": pa.array(numbers, pa.int64()),
        "seed": pa.array([2**64 - 1 - n for n in numbers], pa.uint64()),
        "word": pa.array([None if n % 3 else f"ending {n % 7}" for n in numbers], pa.string()),
        "market": pa.array([n / 7 for n in numbers], pa.float64()),
        "same": pa.array([0.0] * rows, pa.float64()),
        "nothing": pa.array([None] * rows, pa.float64()),
        "exposed": pa.array([n % 2 == 0 for n in numbers], pa.bool_()),
    })  # fmt: skip


def by_duckdb(table, path, rows=2048):
    with duckdb.connect() as connection:
        connection.register("it", table)
        connection.execute(f"copy it to '{path}' (format parquet, row_group_size {rows})")


def by_pyarrow(table, path):
    pq.write_table(table, path, row_group_size=700, write_page_index=True)


@pytest.mark.parametrize("write", [by_duckdb, by_pyarrow])
@pytest.mark.parametrize("sizes", [(5,), (3000, 1, 5000), (1,) * 40])
def test_rows_stand_one_file_after_the_other(tmp_path, write, sizes):
    tables = [table(100 * place, size) for place, size in enumerate(sizes)]
    parts = [tmp_path / f"{place}.parquet" for place in range(len(sizes))]
    for one, part in zip(tables, parts, strict=True):
        write(one, part)

    stitch(parts, tmp_path / "all.parquet")

    joined = pa.concat_tables(tables)
    read = pq.read_table(tmp_path / "all.parquet")
    assert read.equals(joined)
    with duckdb.connect() as connection:
        query = f"select sum(market), count(word) from '{tmp_path}/all.parquet' where run >= 100"
        total, words = connection.execute(query).fetchall()[0]
    late = joined.filter(pc.greater_equal(joined["run"], 100))
    assert (total or 0) == pytest.approx(sum(late["market"].to_pylist()))
    assert words == len(late) - late["word"].null_count


def test_a_file_made_of_files_can_be_joined_again(tmp_path):
    parts = [tmp_path / name for name in ("a.parquet", "b.parquet")]
    by_duckdb(table(0, 3000), parts[0])
    by_duckdb(table(3000, 10), parts[1])

    stitch(parts, tmp_path / "once.parquet")
    stitch([tmp_path / "once.parquet", parts[1]], tmp_path / "twice.parquet")

    read = pq.read_table(tmp_path / "twice.parquet")
    assert read.equals(pa.concat_tables([table(0, 3010), table(3000, 10)]))


def test_files_with_other_columns_are_not_joined(tmp_path):
    by_duckdb(table(0, 3), tmp_path / "a.parquet")
    by_duckdb(table(0, 3).drop_columns("same"), tmp_path / "b.parquet")

    with pytest.raises(ValueError, match="has other columns than"):
        stitch([tmp_path / "a.parquet", tmp_path / "b.parquet"], tmp_path / "all.parquet")


def test_a_file_that_was_cut_is_not_whole(tmp_path):
    path = tmp_path / "a.parquet"
    by_duckdb(table(0, 3), path)
    assert is_whole(path)

    path.write_bytes(path.read_bytes()[:-1])
    assert not is_whole(path)
    with pytest.raises(ValueError, match="is no whole Parquet file"):
        stitch([path], tmp_path / "all.parquet")


def test_nothing_and_too_little_are_not_whole(tmp_path):
    (tmp_path / "little").write_bytes(b"PAR1")

    assert not is_whole(tmp_path / "little")
    assert not is_whole(tmp_path / "nothing")
