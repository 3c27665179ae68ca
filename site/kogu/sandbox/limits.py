"""What a child may use before it is stopped."""

MEGABYTE = 1024 * 1024

MEMORY_BYTES = 1024 * MEGABYTE
CPU_SECONDS = 20
WALL_SECONDS = 30
ANSWER_BYTES = 40 * MEGABYTE
# Of what it writes to standard error; a traceback is shorter.
ERROR_BYTES = MEGABYTE
