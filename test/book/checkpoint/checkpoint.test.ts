import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CheckpointFile } from '../../../main/book/checkpoint/checkpoint.ts'
import { minor } from '../../../shared/money/money.ts'
import { closeBook, newFolder, OPENING, openBook, recordAll, writtenBook } from '../fixture.ts'

const checkpointOf = (folder: string): string => join(folder, 'book.json')

test('a checkpoint in which money does not add up is not written, and the previous one stays', async () => {
  const folder = await writtenBook({ checkpoint: true })
  const before = readFileSync(checkpointOf(folder))
  const file = new CheckpointFile(checkpointOf(folder))
  const data = await file.read()
  const record = data?.contracts['C0001']
  if (data == null || record === undefined) throw new Error('there is no checkpoint')
  const milestones = record.state.milestones.map((milestone, index) =>
    index === 0 ? { ...milestone, held: minor(milestone.held + 1) } : milestone,
  )
  data.contracts['C0001'] = { ...record, state: { ...record.state, milestones } }
  await expect(file.write(data)).rejects.toThrow('contract C0001, milestone M1')
  expect(readFileSync(checkpointOf(folder))).toEqual(before)
  expect(readdirSync(folder).filter(name => name.endsWith('.tmp'))).toEqual([])
})

test('a checkpoint holds the state of one moment, whatever is recorded while it is written', async () => {
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
