from __future__ import annotations

import os
import subprocess
import sys

from dragoman.show.cli.group import ONE_THREAD

CODE = """
import os, sys
from dragoman.show.cli.group import ONE_THREAD, main
sys.argv = ["dragoman", "--version"]
try:
    main()
except SystemExit:
    print([os.environ[name] for name in ONE_THREAD])
"""


def run(**told: str) -> str:
    env = {name: value for name, value in os.environ.items() if name not in ONE_THREAD} | told
    return subprocess.run([sys.executable, "-c", CODE], env=env, capture_output=True, text=True, check=True).stdout


def test_the_command_takes_one_thread_a_process() -> None:
    assert run().splitlines()[-1] == str(["1"] * len(ONE_THREAD))


def test_a_number_of_threads_that_the_user_sets_is_kept() -> None:
    assert run(OMP_NUM_THREADS="3").splitlines()[-1].count("'3'") == 1
