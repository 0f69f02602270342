/**
 * Runs under Windows' node.exe: uses the packed natives. Argument: a folder with the asar's files, in which the binaries
 * stand for those of the unpacked folder. Prints one line of JSON.
 */
const { createRequire } = require('node:module')
const path = require('node:path')
const { pathToFileURL } = require('node:url')

const extracted = path.resolve(process.argv[2])
const requirePacked = createRequire(path.join(extracted, 'package.json'))

function openDatabase() {
  const Database = requirePacked('better-sqlite3')
  const database = new Database(path.join(extracted, 'probe.sqlite'))
  database.pragma('journal_mode = WAL')
  database.exec('CREATE TABLE journal (entry TEXT)')
  database.prepare('INSERT INTO journal VALUES (?)').run('Grüße')
  const { entry } = database.prepare('SELECT entry FROM journal').get()
  database.close()
  return entry
}

async function callWindows() {
  // The bundles import koffi, and its ES module finds its binary in another way than its CommonJS one.
  const { default: koffi } = await import(pathToFileURL(requirePacked.resolve('koffi')).href.replace(/\.cjs$/, '.js'))
  const kernel = koffi.load('kernel32.dll')
  return kernel.func('uint32_t __stdcall GetCurrentProcessId()')() === process.pid
}

callWindows().then((pidMatches) => console.log(JSON.stringify({ entry: openDatabase(), pidMatches })))
