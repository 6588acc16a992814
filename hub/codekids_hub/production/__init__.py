"""An installation in containers: its images, what they are told, and the two ways to run it, on one machine and on several.

See ``docs/how-to/run-with-docker.md`` and ``docs/how-to/run-on-several-machines.md``."""
