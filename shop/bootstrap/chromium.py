"""A browser for the tests: found, or installed, or asked for in one clear sentence."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def ensure(python: Path) -> str:
    """Return the path of a Chromium, looked for where platforms keep it; stop when none can be."""
    found = _found() or _from_debian() or _from_playwright(python)
    if not found:
        sys.exit(
            "The browser tests need Chromium. Install it (Debian: apt-get install chromium) "
            "or name one: CHROMIUM=/path/to/chromium python3 app.py test"
        )
    return found


def _found() -> str | None:
    named = os.environ.get("CHROMIUM")
    return named or next((path for name in NAMES if (path := shutil.which(name))), None)


def _from_debian() -> str | None:
    if os.name == "nt" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    print("Installing Chromium for the browser tests …", flush=True)
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "-y", "--no-install-recommends", "chromium"]):
        subprocess.run(
            ["apt-get", "-qq", *command], check=False, env=env, stdout=subprocess.DEVNULL
        )
    return _found()


def _from_playwright(python: Path) -> str | None:
    done = subprocess.run([str(python), "-m", "playwright", "install", "chromium"], check=False)
    if done.returncode:
        return None
    code = (
        "from playwright.sync_api import sync_playwright as p\n"
        "with p() as it: print(it.chromium.executable_path)"
    )
    asked = subprocess.run([str(python), "-c", code], capture_output=True, text=True, check=False)
    return asked.stdout.strip() or None
