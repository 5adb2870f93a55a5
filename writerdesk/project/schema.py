"""What the tables of a story's file are, word for word, and the numbers that say so.

Chains of revisions tell a record: one for each of its texts, under the field's name, and one for
all its small values, under none. A text's revision is a manifest that names its paragraphs by their
numbers; a paragraph is stored once, by digest. A revision of small values says those that changed.
Revisions lie together by field, so that a history is read in one stretch; their ``facts`` are what
`revisions` packs: number, who made it, its number there, parent, when. What a record says now
stands packed in ``state``, derived from its chains: see `states`.
"""

ENDING = ".writerdesk"
# "WDsk": what `file` and SQLite know the file by.
APPLICATION_ID = 0x5744736B
FORMAT = 1
# The oldest program format that may read what this one writes.
READABLE_FROM = 1

TABLES = (
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID",
    "CREATE TABLE session (replica INTEGER PRIMARY KEY, began INTEGER NOT NULL)",
    "CREATE TABLE record (number INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL UNIQUE)",
    "CREATE TABLE field (number INTEGER PRIMARY KEY, record INTEGER NOT NULL, name TEXT NOT NULL,"
    " head INTEGER NOT NULL, UNIQUE (record, name))",
    "CREATE TABLE revision (field INTEGER NOT NULL, number INTEGER NOT NULL, facts BLOB NOT NULL,"
    " why TEXT NOT NULL, name TEXT NOT NULL, form INTEGER NOT NULL, base INTEGER, value,"
    " seal BLOB NOT NULL, PRIMARY KEY (field, number)) WITHOUT ROWID",
    "CREATE TABLE state (record INTEGER PRIMARY KEY, content BLOB NOT NULL, apart INTEGER NOT NULL,"
    " seal BLOB NOT NULL)",
    "CREATE TABLE paragraph (number INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE,"
    " content BLOB NOT NULL)",
    "CREATE TABLE tombstone (field INTEGER NOT NULL, number INTEGER NOT NULL,"
    " replica INTEGER NOT NULL, counter INTEGER NOT NULL, parent INTEGER, time INTEGER NOT NULL,"
    " reason TEXT NOT NULL, PRIMARY KEY (field, number)) WITHOUT ROWID",
)
