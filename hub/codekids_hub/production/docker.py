"""Docker, as its own command tells and does."""

import subprocess

from codekids_hub.refusals import Refusal


class NoDocker(Refusal):
    """Docker is not there, or does not answer."""

    message = "Docker does not answer: %(reason)s\nInstall it (on Debian: apt install docker.io docker-compose) and start it, then try again as root."


def ask_docker(*arguments: str, check: bool = True, within: float = 300.0) -> str:
    """What docker says, within some seconds.

    :raises NoDocker: it does not, and ``check`` asks for it
    """
    try:
        done = subprocess.run(
            ["docker", *arguments],
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            timeout=within,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoDocker(reason=str(error)) from error
    if done.returncode and check:
        raise NoDocker(reason=done.stderr.strip())
    return done.stdout.strip() if not done.returncode else ""
