import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { CheckpointFile } from '../../../main/book/checkpoint/checkpoint.ts'
import type { BookData } from '../../../main/book/checkpoint/checkpoint-data.ts'
import { bareAppender, openedSample } from './commands.ts'
import { inTurn, type Samples } from './samples.ts'

/** The part of better-sqlite3 used here; it is installed separately, so its types are missing. */
interface Database {
  pragma(text: string): void
  exec(sql: string): void
  prepare(sql: string): { run(...values: unknown[]): void }
  close(): void
}

const LINE = 'x'.repeat(400)

/**
 * A durable command compared with inserting a row of 400 bytes into SQLite (WAL, synchronous=FULL)
 * and with a bare append.
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
 * A durable command compared with writing the whole book: by write-file-atomic, which calls fsync,
 * and by lowdb's own adapter, which does not.
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
  // Not lowdb's preset, which writes nothing under a test runner.
  const lowdb = new Low(new JSONFile<BookData>(join(folder, `lowdb-${contracts}.json`)), data)
  const samples = await inTurn(rounds, {
    command: () => book.execute(next()),
    writeFileAtomic: () => writeFileAtomic(join(folder, `atomic-${contracts}.json`), JSON.stringify(data)),
    lowdb: () => lowdb.write(),
  })
  await book.close()
  return samples
}
