"""The virtual environment: made from the lock, made again when lock or Python changes."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOME = ROOT / ".venv"
LOCKS = {
    "shop": Path(__file__).with_name("shop.lock"),
    "test": Path(__file__).with_name("test.lock"),
}
INSTALL = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--quiet",
           "--quiet", "--disable-pip-version-check"]  # fmt: skip


def python() -> Path:
    folder = "Scripts" if os.name == "nt" else "bin"
    return HOME / folder / ("python.exe" if os.name == "nt" else "python")


def ensure(kind: str) -> None:
    """Make sure that all of this lock is installed; say so once when it takes a while."""
    stamp = _stamp(kind)
    if _stamp_file(kind).exists() and _stamp_file(kind).read_text() == stamp:
        return
    print(f"Setting up ({kind}); this takes about a minute, once …", flush=True)
    if not python().exists():
        _make()
    _install(LOCKS[kind])
    for each in {"shop", kind}:
        _stamp_file(each).write_text(_stamp(each))


def _stamp_file(kind: str) -> Path:
    return HOME / f"stamp-{kind}"


def _stamp(kind: str) -> str:
    lock = hashlib.sha256(LOCKS[kind].read_bytes()).hexdigest()
    return f"{sys.version_info[:2]} {lock}"


def _make() -> None:
    """Make the environment without a pip of its own where the outer one will do: much faster."""
    bare = ["--without-pip"] if _outer_pip() else []
    made = subprocess.run([sys.executable, "-m", "venv", *bare, str(HOME)], check=False)
    if made.returncode == 0:
        return
    shutil.rmtree(HOME, ignore_errors=True)
    if not _install_debian_venv():
        sys.exit("Python's venv module is missing. On Debian: apt-get install python3-venv")
    subprocess.run([sys.executable, "-m", "venv", str(HOME)], check=True)


def _outer_pip() -> bool:
    """Tell whether the Python that runs this has a pip that can install for another one."""
    asked = subprocess.run(
        [sys.executable, "-m", "pip", "--version"], capture_output=True, text=True, check=False
    )
    major = asked.stdout.split()[1].split(".")[0] if asked.returncode == 0 else "0"
    return int(major) >= 23  # noqa: PLR2004  # the first with --python


def _install(lock: Path) -> None:
    command = (
        [sys.executable, "-m", "pip", "--python", str(python())]
        if _outer_pip()
        else [str(python()), "-m", "pip"]
    )
    done = subprocess.run([*command, "install", *INSTALL, "-r", str(lock)], check=False)
    if done.returncode:
        sys.exit("The libraries could not be installed; pip's message above says why.")


def _install_debian_venv() -> bool:
    if os.name == "nt" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    name = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    subprocess.run(["apt-get", "update", "-qq"], check=False)
    return subprocess.run(["apt-get", "install", "-y", "-qq", name], check=False).returncode == 0
