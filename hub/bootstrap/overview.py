"""What ./codekids says about itself before there is anything to ask."""

OVERVIEW = """\
Usage: ./codekids COMMAND [OPTIONS]

CODE Kids Hub: a Python workspace in the browser for every child of a village library club.

  demo        everything with a demo club of each level; prints how to log in; Ctrl-C stops it all
  up          the real thing, from codekids.toml (made with comments on first use)
  people      adds clubs, adults and children
  card        deals a child a new card
  season      says when the season begins and when there are no meetings
  sets lint   checks the challenge sets
  mark        marks an nbgrader course directory, sealed and in parallel
  backup      saves an encrypted copy of everything, while the hub runs
  restore     brings a copy back onto an empty place, or tries whether it would come back
  doctor      looks whether everything is well, and says what to do
  bom         writes down what an installation is made of
  bench       measures side by side with the stock tools
  test        all tests, or those of one area: exercises, notebooks, grading, hub, house, and more
  lock        renews codekids.lock

The first command installs what it needs from the package registries, once, into the folder .codekids beside
this file (about 850 MB; a minute or two on a good line). It needs Python 3.11 or later and nothing else. After that,
./codekids COMMAND --help tells more about each command.
"""
