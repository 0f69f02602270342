/** Holds the database of a path as a backup program does, and says so. */
import { writeSync } from 'node:fs'
import Database from 'better-sqlite3'

const [path = ''] = process.argv.slice(2)
const database = new Database(path)
database.exec('BEGIN EXCLUSIVE')
writeSync(1, '!')
// The reference keeps the database open.
setInterval(() => database.inTransaction, 2 ** 30)
