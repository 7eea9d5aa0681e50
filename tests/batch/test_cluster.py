"""A batch on a real Dask scheduler and real workers, on this machine."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.batch import BatchError, run
from game.scenario import load

HOUSE = Path(__file__).parents[2]
SCRIPT = HOUSE / "tests" / "scenario" / "strait.yaml"
SIZE = {"runs": 24, "seed": 5, "part": 3}


class Cluster:
    """A scheduler with workers, each a process of its own on loopback."""

    def __init__(self, folder, workers):
        self.folder = folder
        self.file = folder / "scheduler.json"
        self.processes = []
        quiet = ["--no-dashboard", "--scheduler-file", str(self.file)]
        self._begin("dask_scheduler", "--host", "127.0.0.1", "--port", "0", *quiet)
        self._wait(self.file.exists)
        for number in range(workers):
            home = ["--local-directory", str(folder / f"worker{number}")]
            self._begin("dask_worker", "--nthreads", "1", "--no-nanny", *quiet, *home)

    def _begin(self, module, *words):
        command = [sys.executable, "-m", f"distributed.cli.{module}", *words]
        environment = {**os.environ, "PYTHONPATH": str(HOUSE), "PYTHONWARNINGS": "ignore"}
        log = (self.folder / f"{len(self.processes)}.log").open("w")
        self.processes.append(
            subprocess.Popen(command, stdout=log, stderr=log, env=environment, cwd=self.folder)
        )
        log.close()

    def _wait(self, there):
        for _ in range(300):
            if there():
                return
            time.sleep(0.1)
        raise AssertionError("the scheduler did not come up")

    @property
    def address(self):
        import json

        return json.loads(self.file.read_text())["address"]

    def kill_a_worker(self):
        self.processes[1].send_signal(signal.SIGKILL)
        self.processes[1].wait()

    def end(self):
        for process in reversed(self.processes):
            process.kill()
            process.wait()


@pytest.fixture
def cluster(tmp_path):
    made = Cluster(tmp_path, workers=2)
    yield made
    made.end()


def tables(folder):
    return {name: (folder / f"{name}.parquet").read_bytes() for name in ("runs", "turns", "orders")}


@pytest.mark.filterwarnings("ignore")  # of asyncio and tornado, at their ends
def test_a_cluster_writes_the_same_bytes_also_when_a_worker_is_killed(cluster, tmp_path):
    script = load(SCRIPT)
    run(script, out=tmp_path / "here", **SIZE)

    def told(done, wanted):
        if done >= SIZE["part"] and cluster.processes[1].poll() is None:
            cluster.kill_a_worker()

    run(script, out=tmp_path / "afar", cluster=cluster.address, progress=told, **SIZE)
    assert cluster.processes[1].poll() is not None, "the worker was killed while it played"
    assert tables(tmp_path / "afar") == tables(tmp_path / "here")


@pytest.mark.filterwarnings("ignore")
def test_an_address_where_nobody_is_is_refused_with_the_next_step(tmp_path, monkeypatch):
    monkeypatch.setattr("game.batch.cluster.PATIENCE", 1)
    with pytest.raises(BatchError, match=r"no scheduler answers at .*start one with `dask sched"):
        run(load(SCRIPT), out=tmp_path, cluster="tcp://127.0.0.1:9", **SIZE)
