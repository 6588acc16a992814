"""What is in the images, and what is not."""

import json
import subprocess
from pathlib import Path

import pytest

from codekids_hub.production import images

LOOK = """
import os, json
names, texts = [], []
for folder, folders, files in os.walk("/"):
    folders[:] = [each for each in folders if os.path.join(folder, each) not in ("/proc", "/sys", "/dev")]
    for name in files + folders:
        names.append(os.path.join(folder, name))
print(json.dumps(names))
"""
MEGABYTES = {"workspace": 650, "sandbox": 800, "hub": 800, "database": 400, "gate": 250, "fence": 200}
"""No image may grow beyond this unseen; docs/reference/images.md says how large they are."""


def said(*command: str, told: str = "") -> str:
    done = subprocess.run(["docker", *command], input=told, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def files_in(target: str, tag: str) -> list[str]:
    image = f"{images.PREFIX}{target}:{tag}"
    line = ["run", "--rm", "--interactive", "--user", "0", "--network", "none", "--entrypoint", "python3"]
    found: list[str] = json.loads(said(*line, image, "-", told=LOOK))
    return found


def test_a_workspace_holds_no_answer_no_mistake_no_key_and_nothing_of_the_hub(tag: str, folder: Path) -> None:
    names = files_in("workspace", tag)
    assert any(name.endswith("site-packages/satul/__init__.py") for name in names)
    assert any(name.endswith("/opt/content/catalogue.json") for name in names)
    parts = {part for name in names for part in name.split("/")}
    assert not parts & {
        "codekids_hub",
        "codekids_grading",
        "codekids.lock",
        "pgpass",
        "pepper",
        "machine",
        "dockerspawner",
    }
    content = [name for name in names if name.startswith("/opt/content/")]
    assert not [name for name in content if {"answers", "right", "wrong", "code"} & set(name.split("/"))]
    assert not [name for name in content if name.endswith((".py", ".toml"))]


def test_no_known_mistake_and_no_answer_stands_in_the_released_files(tag: str, folder: Path) -> None:
    image = f"{images.PREFIX}workspace:{tag}"
    line = ["run", "--rm", "--network", "none", "--entrypoint", "sh", image, "-c"]
    released = said(*line, "find /opt/content -type f -exec cat {} +")
    secret = [
        path.read_text().strip()
        for path in (folder / "exercises" / "sets").rglob("*.py")
        if {"wrong", "answers", "right"} & set(path.parts)
    ]
    given = "".join(path.read_text() for path in (folder / "exercises" / "sets").rglob("code/*.py"))
    long = [text for text in secret if len(text) > 60 and text not in given]
    assert len(long) > 10
    assert [text for text in long if json.dumps(text)[1:-1] in released] == []


@pytest.mark.parametrize("target", images.TARGETS)
def test_an_image_is_small_labelled_watched_and_without_tools(tag: str, target: str) -> None:
    described = json.loads(said("image", "inspect", f"{images.PREFIX}{target}:{tag}"))[0]
    assert described["Size"] < MEGABYTES[target] * 1e6
    config = described["Config"]
    assert config["Labels"]["org.opencontainers.image.title"].startswith("CODE Kids")
    assert config["Healthcheck"]["Test"]
    assert config["User"] == ("" if target == "fence" else "10001:10001"), "the fence alone is root's"
    names = {name.rpartition("/")[2] for name in files_in(target, tag) if "/bin/" in name}
    assert not names & {"gcc", "cc", "make", "uv", "npm", "npx", "git", "curl", "wget"}
