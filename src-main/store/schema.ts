import type { Database } from 'better-sqlite3'
import { batchSchema } from './batch-schema.ts'
import { estateSchema } from './estate-schema.ts'

/**
 * One entry per schema version, in order; version n is reached by running entry n - 1. Entries are never edited once
 * released: a change is a new entry.
 */
const migrations: readonly string[] = [
  `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

  CREATE TABLE plans (
    plan_id     TEXT PRIMARY KEY,
    wizard      TEXT NOT NULL,
    title       TEXT NOT NULL,
    target_name TEXT NOT NULL,
    created_at  TEXT NOT NULL,
    digest      TEXT NOT NULL,
    frozen      TEXT NOT NULL,
    findings    TEXT NOT NULL,
    state       TEXT NOT NULL,
    progress    REAL NOT NULL,
    error       TEXT
  ) STRICT;
  CREATE INDEX plans_by_state ON plans (state);

  CREATE TABLE steps (
    plan_id    TEXT NOT NULL REFERENCES plans (plan_id),
    step       INTEGER NOT NULL,
    state      TEXT NOT NULL,
    evidence   TEXT,
    result     TEXT,
    outcome    TEXT,
    error      TEXT,
    started_at TEXT,
    ended_at   TEXT,
    PRIMARY KEY (plan_id, step)
  ) STRICT;

  CREATE TABLE journal (
    sequence   INTEGER PRIMARY KEY AUTOINCREMENT,
    at         TEXT NOT NULL,
    plan_id    TEXT NOT NULL REFERENCES plans (plan_id),
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
  CREATE TRIGGER journal_keeps_lines BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append only'); END;
  CREATE TRIGGER journal_loses_nothing BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append only'); END;
  `,
  `
  CREATE TABLE known_hosts (
    host_key  TEXT PRIMARY KEY,
    place     TEXT NOT NULL,
    scenario  TEXT,
    host      TEXT,
    full_name TEXT,
    added_at  TEXT,
    hidden    INTEGER NOT NULL
  ) STRICT;
  `,
  batchSchema,
  estateSchema,
]

/** The schema version that this app writes. */
export const schemaVersion = migrations.length

/** The schema version of an open database: 0 for an empty one. */
export const versionOf = (database: Database): number => Number(database.pragma('user_version', { simple: true }))

const tablesSince: Readonly<Record<number, readonly string[]>> = {
  1: ['meta', 'plans', 'steps', 'journal'],
  2: ['known_hosts'],
  3: ['batches', 'batch_computers'],
  4: ['computer_groups', 'computers', 'computer_scans', 'computer_views'],
}

/** The tables that a database of a version must hold; a file of an older version is not damaged for lacking later ones. */
export const requiredTables = (version: number): readonly string[] =>
  Object.entries(tablesSince).flatMap(([since, tables]) => (Number(since) <= version ? tables : []))

/** Brings a database up to the current version, each step in a transaction of its own. Throws SqliteError. */
export const migrate = (database: Database): void => {
  migrations.slice(versionOf(database)).forEach((statements) => {
    database.transaction(() => {
      database.exec(statements)
      database.pragma(`user_version = ${versionOf(database) + 1}`)
    })()
  })
}
