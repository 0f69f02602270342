/**
 * Batches: their header, and a row for each computer. What is done on one computer is a plan like any other, tied to its
 * batch. The journal is made anew with a trigger in place of its reference to the plans, because lines about a batch as a
 * whole belong to a batch; a reference cannot be taken away, and dropping a table passes its triggers by (sqlite.org).
 */
export const batchSchema = `
  CREATE TABLE batches (
    batch_id       TEXT PRIMARY KEY,
    wizard         TEXT NOT NULL,
    title          TEXT NOT NULL,
    created_at     TEXT NOT NULL,
    digest         TEXT NOT NULL,
    frozen         TEXT NOT NULL,
    findings       TEXT NOT NULL,
    state          TEXT NOT NULL,
    halted_by      TEXT,
    canary_passed  INTEGER NOT NULL,
    started_at     TEXT,
    ended_at       TEXT,
    error          TEXT
  ) STRICT;
  CREATE INDEX batches_by_state ON batches (state);

  CREATE TABLE batch_computers (
    batch_id   TEXT NOT NULL,
    position   INTEGER NOT NULL,
    target     TEXT NOT NULL,
    name       TEXT NOT NULL,
    state      TEXT NOT NULL,
    plan_id    TEXT,
    error      TEXT,
    started_at TEXT,
    ended_at   TEXT,
    PRIMARY KEY (batch_id, position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX batch_computers_by_state ON batch_computers (batch_id, state, position);

  ALTER TABLE plans ADD COLUMN batch_id TEXT;

  ALTER TABLE journal RENAME TO journal_before;
  CREATE TABLE journal (
    sequence   INTEGER PRIMARY KEY AUTOINCREMENT,
    at         TEXT NOT NULL,
    plan_id    TEXT NOT NULL,
    plan_title TEXT NOT NULL,
    step       INTEGER,
    kind       TEXT NOT NULL,
    title      TEXT NOT NULL,
    target     TEXT NOT NULL,
    equivalent TEXT,
    event      TEXT NOT NULL,
    outcome    TEXT,
    error      TEXT,
    who        TEXT NOT NULL
  ) STRICT;
  INSERT INTO journal SELECT * FROM journal_before;
  DROP TABLE journal_before;
  CREATE TRIGGER journal_belongs_to_something BEFORE INSERT ON journal
    WHEN NOT EXISTS (SELECT 1 FROM plans WHERE plan_id = NEW.plan_id)
      AND NOT EXISTS (SELECT 1 FROM batches WHERE batch_id = NEW.plan_id)
    BEGIN SELECT RAISE(ABORT, 'there is no such plan'); END;
  CREATE TRIGGER journal_keeps_lines BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append only'); END;
  CREATE TRIGGER journal_loses_nothing BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append only'); END;
`
