"""Checks of row ids from addresses, links and forms."""

import re

# With more digits it could be larger than what a database can hold.
ROW_ID = re.compile(r"[0-9]{1,18}")
