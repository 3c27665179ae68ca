"""How large, deep and slow a foreign document may be before it is refused."""

MEGABYTE = 1024 * 1024

MAX_FILE_BYTES = 20 * MEGABYTE
MAX_INFLATED_BYTES = 60 * MEGABYTE
MAX_PART_BYTES = 30 * MEGABYTE
MAX_PARTS = 2_000
MAX_LINES = 5_000
# Of elements in each other.
MAX_DEPTH = 300
# Of the decoded file, markup and embedded pictures included; and of its words.
MAX_CHARACTERS = 20_000_000
MAX_WORDS_LENGTH = 300_000

# Of all pictures of a document together; a third more once they are encoded.
MAX_PICTURES_BYTES = 25 * MEGABYTE

# Of what is pasted at once, with its markup; longer texts are imported as documents.
MAX_PASTE_BYTES = 2 * MEGABYTE
# Each holds a thread of the web process, to be read and to wait until no other document is;
# who finds no turn asks again and holds none meanwhile.
PASTE_SECONDS = 5
PASTE_WAIT_SECONDS = 2
MAX_PASTES_AT_ONCE = 2

MAX_PICTURES = 30
PICTURES_SECONDS = 120

UPLOAD_DAYS = 7
# Of one person, still to be read.
MAX_PENDING = 20
