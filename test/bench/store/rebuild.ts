import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Book } from '../../../main/book/book.ts'
import type { Transaction } from '../../../main/book/journal/line.ts'
import type { ContractState } from '../../../main/escrow/contract/state.ts'
import { evolve } from '../../../main/escrow/evolve.ts'
import { foldEntries } from '../../../main/escrow/fold.ts'
import { type Entry, isOfContract } from '../../../shared/contract/events.ts'
import { writeSampleBook } from '../../../tools/sample-book/write.ts'
import { inTurn, type Samples } from './samples.ts'

const DAY = '2026-01-31'

/**
 * The simplest single-threaded way: read the file, check each line's hash and link, parse it, fold
 * it.
 */
function readCheckFold(path: string): number {
  const bytes = readFileSync(path)
  const states = new Map<string, ContractState>()
  const records = new Map<string, Entry[]>()
  let prev = '0'.repeat(64)
  let entries = 0
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(0x0a, start)
    const text = bytes.toString('utf8', start, end)
    const line = JSON.parse(text) as Transaction & { readonly prev: string; readonly hash: string }
    const body = bytes.subarray(start, end - 75)
    if (line.prev !== prev || createHash('sha256').update(body).digest('hex') !== line.hash)
      throw new Error('the chain is broken')
    prev = line.hash
    for (const entry of line.entries.filter(isOfContract)) {
      const known = records.get(entry.contract)
      if (known === undefined) records.set(entry.contract, [entry])
      else known.push(entry)
      const isReversal = entry.events[0]?.type === 'entry-reversed'
      states.set(
        entry.contract,
        isReversal ? foldEntries(records.get(entry.contract) ?? []) : evolve(states.get(entry.contract), entry),
      )
      entries++
    }
    start = end + 1
  }
  return entries
}

/**
 * Opening a book without a checkpoint, up to all that a running book has (state, index, report
 * sums), compared with the simplest fold.
 */
export async function measureRebuild(
  folder: string,
  { contracts, rounds, worker }: { contracts: number; rounds: number; worker: URL },
): Promise<Record<string, Samples>> {
  const own = join(folder, 'rebuild')
  const { entries } = await writeSampleBook(own, { contracts, seed: 1, today: DAY })
  let book: Book | undefined
  const samples: Record<string, number[]> = { rebuild: [], plain: [] }
  for (let round = 0; round < rounds; round++) {
    rmSync(join(own, 'book.json'), { force: true })
    const turn = await inTurn(1, {
      rebuild: async () => {
        const opened = await Book.open(own, {
          today: () => DAY as never,
          now: () => new Date(`${DAY}T12:00:00Z`),
          worker,
        })
        if (!opened.ok || opened.book.info().entries !== entries || opened.book.info().health.state !== 'ok')
          throw new Error('the book is not whole')
        book = opened.book
      },
    })
    while (book?.info().lastBackup === null) await new Promise(resolve => setTimeout(resolve, 50))
    await book?.close()
    const plain = await inTurn(1, { plain: () => readCheckFold(join(own, 'journal.ndjson')) })
    samples['rebuild']?.push(...(turn['rebuild'] ?? []))
    samples['plain']?.push(...(plain['plain'] ?? []))
  }
  return samples
}
