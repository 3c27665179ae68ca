"""What may be the id of a row in an address, a link or a form."""

import re

# With more digits it could be larger than what a database can hold.
ROW_ID = re.compile(r"[0-9]{1,18}")
