import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { CheckpointFile } from '../../../main/book/checkpoint/checkpoint.ts'
import type { BookData } from '../../../main/book/checkpoint/checkpoint-data.ts'
import { bareAppender, openedSample } from './commands.ts'
import { inTurn, type Samples } from './samples.ts'

/** As much of better-sqlite3 as is used here; it is installed apart, so its types are not there. */
interface Database {
  pragma(text: string): void
  exec(sql: string): void
  prepare(sql: string): { run(...values: unknown[]): void }
  close(): void
}

const LINE = 'x'.repeat(400)

/**
 * A durable command beside one row of 400 bytes in SQLite (WAL, synchronous=FULL) and a bare
 * append.
 */
export async function measureSqlite(folder: string, peers: string, rounds: number): Promise<Record<string, Samples>> {
  const Sqlite = createRequire(join(peers, 'package.json'))('better-sqlite3') as new (path: string) => Database
  const { book, next } = await openedSample(join(folder, 'beside-sqlite'), 1_000)
  const database = new Sqlite(join(folder, 'peer.sqlite'))
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec('CREATE TABLE entries (entry INTEGER PRIMARY KEY, line TEXT NOT NULL)')
  const insert = database.prepare('INSERT INTO entries (line) VALUES (?)')
  const bare = bareAppender(join(folder, 'bare-sqlite'))
  const samples = await inTurn(rounds, {
    command: () => book.execute(next()),
    sqlite: () => insert.run(LINE),
    bare: bare.append,
  })
  database.close()
  bare.close()
  await book.close()
  return samples
}

/**
 * A durable command beside writing the whole book: write-file-atomic (with its fsync), and lowdb as
 * it comes (without).
 */
export async function measureWholeFile(
  folder: string,
  peers: string,
  contracts: number,
  rounds: number,
): Promise<Record<string, Samples>> {
  const path = createRequire(join(peers, 'package.json')).resolve('write-file-atomic')
  const { default: writeFileAtomic } = (await import(pathToFileURL(path).href)) as {
    default: (path: string, text: string) => Promise<void>
  }
  const own = join(folder, `whole-${contracts}`)
  const { book, next } = await openedSample(own, contracts * 20)
  const data = await new CheckpointFile(join(own, 'book.json')).read()
  if (data === null) throw new Error('there is no checkpoint')
  // Not by lowdb's preset, which writes nothing at all where a test runner is about.
  const lowdb = new Low(new JSONFile<BookData>(join(folder, `lowdb-${contracts}.json`)), data)
  const samples = await inTurn(rounds, {
    command: () => book.execute(next()),
    writeFileAtomic: () => writeFileAtomic(join(folder, `atomic-${contracts}.json`), JSON.stringify(data)),
    lowdb: () => lowdb.write(),
  })
  await book.close()
  return samples
}
