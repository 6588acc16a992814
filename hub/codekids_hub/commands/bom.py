"""``codekids bom``: what an installation is made of."""

from pathlib import Path

import click

from codekids_hub.addresses import project_root
from codekids_hub.care import parts_list


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, writable=True))
def bom(file: Path) -> None:
    """Write the bill of materials of this installation to FILE, as CycloneDX JSON."""
    file.write_text(parts_list.write(project_root()), encoding="utf-8")
    click.echo(f"Wrote {file}.")
