"""Health checks of containers: fails when one of the addresses does not answer. The standard library alone: it runs often."""

import sys
from urllib.request import ProxyHandler, build_opener

opener = build_opener(ProxyHandler({}))
for url in sys.argv[1:]:
    opener.open(url, timeout=8).close()
