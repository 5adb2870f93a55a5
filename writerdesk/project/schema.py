"""What the tables of a story's file are, word for word, and the numbers that say so.

A record has fields, a field a chain of revisions, the last of which is its head. A text's revision
is a manifest that names its paragraphs by their numbers; a paragraph is stored once, by digest.
Revisions lie together by field, so that a history is read in one stretch; its ``facts`` are what
`revisions` packs: its number, who made it, its number there, its parent, when.
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
    "CREATE TABLE paragraph (number INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE,"
    " content BLOB NOT NULL)",
    "CREATE TABLE tombstone (field INTEGER NOT NULL, number INTEGER NOT NULL,"
    " replica INTEGER NOT NULL, counter INTEGER NOT NULL, parent INTEGER, time INTEGER NOT NULL,"
    " reason TEXT NOT NULL, PRIMARY KEY (field, number)) WITHOUT ROWID",
)
