import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CheckpointFile } from '../../../main/book/checkpoint/checkpoint.ts'
import { CHECKPOINT_FORMAT } from '../../../main/book/checkpoint/checkpoint-data.ts'
import { minor } from '../../../shared/money/money.ts'
import { closeBook, newFolder, OPENING, openBook, recordAll, writtenBook } from '../fixture.ts'

const checkpointOf = (folder: string): string => join(folder, 'book.json')

test('a checkpoint in which money does not add up is not written, and that is told', async () => {
  const folder = await writtenBook({ checkpoint: true })
  const before = readFileSync(checkpointOf(folder))
  const file = new CheckpointFile(checkpointOf(folder))
  const data = await file.read()
  const record = data?.contracts['C0001']
  if (data == null || record === undefined) throw new Error('there is no checkpoint')
  const milestones = record.state.milestones.map((milestone, place) =>
    place === 0 ? { ...milestone, held: minor(milestone.held + 1) } : milestone,
  )
  data.contracts['C0001'] = { ...record, state: { ...record.state, milestones } }
  await expect(file.write(data)).rejects.toThrow('contract C0001, milestone M1')
  expect(readFileSync(checkpointOf(folder))).toEqual(before)
  expect(readdirSync(folder).filter(name => name.endsWith('.tmp'))).toEqual([])
})

test('a checkpoint is of one moment, whatever is recorded while it is written', async () => {
  const folder = newFolder()
  await closeBook(
    await recordAll(
      await openBook(folder),
      Array.from({ length: 120 }, () => OPENING),
    ),
  )
  const file = new CheckpointFile(checkpointOf(folder))
  const data = await file.read()
  if (data === null) throw new Error('there is no checkpoint')
  const before = JSON.stringify(data)
  let pauses = 0
  file.pause = async () => {
    pauses++
    for (const [id, record] of Object.entries(data.contracts))
      data.contracts[id] = { ...record, flows: [], state: { ...record.state, title: 'Later' } }
    data.position++
  }
  await file.write(data)
  expect(pauses).toBeGreaterThan(0)
  expect(JSON.stringify(await new CheckpointFile(checkpointOf(folder)).read())).toBe(before)
})

/** The names in a value, however deep, without those that are ids of its own. */
function namesIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [namesIn(value[0])]
  if (typeof value !== 'object' || value === null) return typeof value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, namesIn(inner)]))
}

test('a checkpoint has the shape of its format: where this changes, raise CHECKPOINT_FORMAT, so that older ones are rebuilt', async () => {
  const folder = await writtenBook({ checkpoint: true })
  expect(CHECKPOINT_FORMAT).toBe(1)
  expect(namesIn(JSON.parse(readFileSync(checkpointOf(folder), 'utf8')))).toMatchInlineSnapshot(`
    {
      "contracts": {
        "C0001": {
          "annotations": [
            {
              "entry": "number",
              "note": "string",
              "reference": "string",
            },
          ],
          "flows": [
            [
              "string",
            ],
          ],
          "state": {
            "archived": "boolean",
            "bonuses": "number",
            "budget": "object",
            "client": "string",
            "currency": "string",
            "decimals": "number",
            "deposited": "number",
            "dispute": "object",
            "fees": {
              "client": {
                "charged": "number",
                "credited": "number",
              },
              "contract": {
                "charged": "number",
                "credited": "number",
              },
              "freelancer": {
                "charged": "number",
                "credited": "number",
              },
            },
            "freelancer": "string",
            "holding": [
              "string",
            ],
            "id": "string",
            "lastEntry": "number",
            "latestOrdered": "string",
            "milestones": [
              {
                "amount": "number",
                "carried": "number",
                "due": "object",
                "funded": "number",
                "held": "number",
                "id": "string",
                "plannedAmount": "number",
                "refunded": "number",
                "released": "number",
                "reviewDeadline": "object",
                "status": "string",
                "title": "string",
              },
            ],
            "nextMilestoneNumber": "number",
            "onItsWay": [],
            "partiesBefore": {
              "client": "string",
              "freelancer": "string",
            },
            "policy": {
              "availableDays": "number",
              "clientFeeBp": "number",
              "contractFee": "number",
              "disputeDays": "number",
              "feesRefundable": "boolean",
              "freelancerFeeBp": "number",
              "funding": "string",
              "minimum": "number",
              "refundDays": "number",
              "refundOnlyAtEnd": "boolean",
              "reviewDays": "number",
            },
            "refundRequest": "object",
            "refunded": "number",
            "released": "number",
            "returned": "number",
            "side": "string",
            "status": "string",
            "sums": {
              "held": "number",
              "planned": "number",
              "remainders": "number",
              "surplus": "number",
            },
            "title": "string",
            "unallocated": "number",
          },
        },
      },
      "entries": "number",
      "format": "number",
      "hash": "string",
      "journalFormat": "number",
      "offset": "number",
      "position": "number",
      "seal": "string",
    }
  `)
})
