"""`python3 app.py`: set up, then serve, test, or run a command of the shop."""

import os
import socket
import subprocess
import sys
import threading

from shop.bootstrap import chromium, environment

CHECKS = (
    ["ruff", "format", "--check", "."],
    ["ruff", "check", "."],
    ["mypy"],
    ["lint-imports"],
)
USAGE = """python3 app.py              set up and serve the shop, seeded for a demo when it is empty
python3 app.py test         install what the tests need and run all of them
python3 app.py COMMAND …    any command of the shop, such as `bench pages` or `staff add`"""


def main(arguments: list[str]) -> int:
    """Run what the arguments ask for; return the exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036  # the one place an older Python reaches
        print("The shop needs Python 3.11 or newer.")
        return 1
    if arguments[:1] in (["-h"], ["--help"]):
        print(USAGE)
        return 0
    if arguments[:1] == ["test"]:
        return _test(arguments[1:])
    environment.ensure("shop")
    return _serve() if not arguments else _shop(*arguments).wait()


def _serve() -> int:
    """Serve with one process and a worker beside it: right for SQLite and for a look around."""
    os.environ.setdefault("SHOP_URL", f"http://127.0.0.1:{_free_port()}")
    if code := _shop("prepare").wait():
        return code
    worker = _shop("worker")
    try:
        return _shop("serve").wait()
    except KeyboardInterrupt:
        return 0
    finally:
        worker.terminate()
        _end(worker)


def _free_port() -> int:
    """Return 5000, or the next port that nobody listens on."""
    for port in range(5000, 5050):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return port
    sys.exit("All ports from 5000 to 5049 are taken. Name one: SHOP_URL=http://127.0.0.1:6000")


def _end(process: "subprocess.Popen[bytes]") -> None:
    timer = threading.Timer(5, process.kill)
    timer.start()
    process.wait()
    timer.cancel()


def _test(arguments: list[str]) -> int:
    """Run the checks and all tests; with arguments, only pytest with them."""
    environment.ensure("test")
    python = environment.python()
    env = {**os.environ, "CHROMIUM": chromium.ensure(python)}
    failed = [] if arguments else [c for c in CHECKS if _tool(c, env)]
    workers = [] if arguments else ["-n", "2", "--dist", "loadgroup"]
    code = _tool(["pytest", *workers, *arguments], env)
    for check in failed:
        print("failed:", " ".join(check))
    return code or bool(failed)


def _tool(command: list[str], env: dict[str, str]) -> int:
    program = environment.python().with_name(command[0])
    done = subprocess.run([str(program), *command[1:]], cwd=environment.ROOT, env=env, check=False)
    return done.returncode


def _shop(*arguments: str) -> "subprocess.Popen[bytes]":
    command = [str(environment.python()), "-m", "flask", "--app", "app", *arguments]
    return subprocess.Popen(command, cwd=environment.ROOT)
