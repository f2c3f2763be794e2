import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Book } from '../../../main/book/book.ts'
import type { EscrowCommandInput } from '../../../shared/contract/commands.ts'
import { newFolder, OPENING, TODAY } from '../fixture.ts'

const [ASKED, DISPUTED] = ['C0001', 'C0002']
const POLICY = { availableDays: 5, refundDays: 7, disputeDays: 7, clientFeeBp: 500, freelancerFeeBp: 1_000 }

/** Contracts that use every part of the state, one of them with a reversal. */
export const RICH: readonly EscrowCommandInput[] = [
  { ...OPENING, budget: 100_000, policy: POLICY },
  { type: 'edit-milestone', contractId: ASKED, milestoneId: 'M2', due: TODAY },
  { type: 'fund-milestone', contractId: ASKED, milestoneId: 'M1', reference: 'T1', note: 'First' },
  { type: 'submit-work', contractId: ASKED, milestoneId: 'M1' },
  { type: 'release', contractId: ASKED, milestoneId: 'M1', amount: 10_000 },
  { type: 'submit-work', contractId: ASKED, milestoneId: 'M1' },
  { type: 'request-refund', contractId: ASKED, milestoneId: 'M1', amount: 5_000, reason: 'Less work' },
  { type: 'annotate', contractId: ASKED, entry: 1, note: 'From the old system' },
  { ...OPENING, policy: { ...POLICY, funding: 'many' } },
  { type: 'fund-milestone', contractId: DISPUTED, milestoneId: 'M1' },
  { type: 'open-dispute', contractId: DISPUTED, amount: 1_000 },
  { ...OPENING, client: 'Brook Ltd' },
  { type: 'fund-milestone', contractId: 'C0003', milestoneId: 'M1' },
  { type: 'release', contractId: 'C0003', milestoneId: 'M1', amount: 30_000 },
  { type: 'reverse', contractId: 'C0003' },
]

/** The data of a checkpoint, as plain JSON. */
export interface CheckpointJson {
  [key: string]: unknown
  contracts: Record<string, { state: Record<string, unknown>; [key: string]: unknown }>
}

/** A copy of a closed book's folder. */
export function copyOf(folder: string): string {
  const copy = newFolder()
  // Of an open book, Windows keeps this file from everyone.
  cpSync(folder, copy, { recursive: true, filter: path => basename(path) !== 'lock.held' })
  return copy
}

/** The data of the checkpoint in a book's folder. */
export function checkpointIn(folder: string): CheckpointJson {
  const { seal: _, ...data } = JSON.parse(readFileSync(join(folder, 'book.json'), 'utf8'))
  return data
}

/** Writes a checkpoint with a seal of its own, as anybody can who can write the file. */
export function sealIn(folder: string, data: CheckpointJson): void {
  const body = JSON.stringify(data).slice(0, -1)
  const seal = createHash('sha256').update(body).digest('hex')
  writeFileSync(join(folder, 'book.json'), `${body},"seal":"${seal}"}`)
}

/** A copy of a book whose checkpoint was changed and sealed anew. */
export function forged(folder: string, change: (data: CheckpointJson) => void): string {
  const copy = copyOf(folder)
  const data = checkpointIn(copy)
  change(data)
  sealIn(copy, data)
  return copy
}

/** The digest of everything that a book shows of its contracts. */
export function figuresOf(book: Book): string {
  const { entries, position, head } = book.info()
  const contracts = [...book.contracts()].map(state => [state, book.flows(state.id), book.annotations(state.id)])
  return createHash('sha256')
    .update(JSON.stringify([entries, position, head, contracts]))
    .digest('hex')
}

/** The names of the files that were set aside. */
export function setAside(folder: string): readonly string[] {
  return existsSync(join(folder, 'recovered')) ? readdirSync(join(folder, 'recovered')) : []
}

/** A place of a single value in JSON, as the keys that lead to it. */
export type Place = readonly (string | number)[]

/** The places of all values in JSON that hold no others. */
export function placesIn(value: unknown, place: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [place]
  const inner = Object.entries(value).flatMap(([key, each]) =>
    placesIn(each, [...place, Array.isArray(value) ? Number(key) : key]),
  )
  return inner.length === 0 ? [place] : inner
}

/** Changes the value at a place to another of the same kind. */
export function changeAt(value: unknown, place: Place): void {
  const [key, ...rest] = place
  const holder = value as Record<string | number, unknown>
  if (key === undefined) throw new Error('there is no place')
  if (rest.length > 0) changeAt(holder[key], rest)
  else holder[key] = otherThan(holder[key])
}

function otherThan(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  if (typeof value === 'string') return `${value}x`
  if (typeof value === 'boolean') return !value
  if (Array.isArray(value)) return ['M1']
  return value === null ? 1 : { x: 1 }
}
