"""Runs a program on each file of a folder, and measures what that takes.

In: the folder, then the program and its arguments; the file is added to them. Out: JSON on standard output, rows of {file,
code, seconds, megabytes, said}; `code` is null where a signal or the clock ended it. Seconds are those of the processor, so
that what else the machine does counts for nothing.
"""

import json
import os
import resource
import signal
import sys
from pathlib import Path

# Seconds until a run is ended, and bytes that it may ask for: what does not end here would hold up the machine.
LONGEST = 120
MOST = 8 << 30


def measure(command, file, said):
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_AS, (MOST, MOST))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        output = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(output, 2)
        os.execv(command[0], [*command, str(file)])
    signal.signal(signal.SIGALRM, lambda *_: os.kill(child, signal.SIGKILL))
    signal.alarm(LONGEST)
    _, status, usage = os.wait4(child, 0)
    signal.alarm(0)
    return dict(
        file=file.name,
        code=os.WEXITSTATUS(status) if os.WIFEXITED(status) else None,
        seconds=round(usage.ru_utime + usage.ru_stime, 2),
        megabytes=usage.ru_maxrss // 1024,
        said=said.read_text(errors="replace")[-2000:],
    )


def main(folder, *command):
    files = sorted(Path(folder).glob("*.pdf"))
    json.dump([measure(command, file, Path(folder) / "said") for file in files], sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
