"""The launcher's second half: makes the environment when there is none, then becomes codekids."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.realpath(__file__))))

try:
    from bootstrap.start import main

    sys.exit(main(sys.argv[1:]))
except KeyboardInterrupt:
    sys.exit(130)
