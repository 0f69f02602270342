/** The tables of the computers that people keep a list of, of what scans found there, and of the views of the list. */
export const estateSchema = `
  CREATE TABLE computer_groups (
    group_id INTEGER PRIMARY KEY AUTOINCREMENT,
    place    TEXT NOT NULL,
    name     TEXT NOT NULL,
    name_key TEXT NOT NULL,
    user     TEXT,
    UNIQUE (place, name_key)
  ) STRICT;

  CREATE TABLE computers (
    computer_id INTEGER PRIMARY KEY AUTOINCREMENT,
    place       TEXT NOT NULL,
    host        TEXT NOT NULL,
    host_key    TEXT NOT NULL,
    group_id    INTEGER REFERENCES computer_groups (group_id) ON DELETE SET NULL,
    tags        TEXT NOT NULL,
    note        TEXT,
    ou          TEXT,
    source      TEXT NOT NULL,
    user        TEXT,
    added_at    TEXT NOT NULL,
    UNIQUE (place, host_key)
  ) STRICT;
  CREATE INDEX computers_by_place ON computers (place, computer_id);
  CREATE INDEX computers_by_group ON computers (group_id);

  CREATE TABLE computer_scans (
    computer_id      INTEGER PRIMARY KEY REFERENCES computers (computer_id) ON DELETE CASCADE,
    at               TEXT NOT NULL,
    outcome          TEXT NOT NULL,
    outcome_text     TEXT NOT NULL,
    outcome_next     TEXT,
    hresult          INTEGER,
    read             TEXT,
    previous_outcome TEXT,
    previous_at      TEXT,
    previous_read    TEXT
  ) STRICT;

  CREATE TABLE computer_views (name_key TEXT PRIMARY KEY, view TEXT NOT NULL) STRICT;
  `
