import { describe, expect, test } from 'vitest'
import { type CheckpointJson, checkpointIn, sealIn, setAside } from '../book/proof/forging.ts'
import { recordedBook } from './recorded-book.ts'

describe('a book whose checkpoint has false figures', () => {
  const at = recordedBook()

  function forge(): void {
    const data: CheckpointJson = checkpointIn(at.folder)
    const state = data.contracts['C0001']?.state
    Object.assign(state ?? {}, { title: 'Castle', client: 'Nobody' })
    sealIn(at.folder, data)
  }

  test('is reported by verify, which exits with 1', async () => {
    expect((await at.on('verify')).exit).toBe(0)
    forge()
    const { exit, stdout } = await at.on('verify')
    expect(exit).toBe(1)
    expect(stdout).toContain('Figures of 1 contract were not those that the journal proves (C0001)')
    expect(JSON.parse((await at.on('verify', '--json')).stdout)).toMatchObject({
      ok: true,
      value: { ok: true, problems: [], figures: { ok: false, count: 1, differences: ['C0001'] } },
    })
  })

  test('is printed and exported with the journal’s figures', async () => {
    const commands = [
      ['export', '-f', 'csv'],
      ['export', '-f', 'hledger'],
      ['export', '-f', 'json', '--contract', 'C0001'],
      ['report', '--by', 'client'],
      ['report', '--by', 'contract', '--csv'],
    ]
    const good = []
    for (const command of commands) good.push((await at.on(...command)).stdout)
    forge()
    for (const [place, command] of commands.entries()) {
      const { exit, stdout } = await at.on(...command)
      expect(exit, command.join(' ')).toBe(0)
      expect(stdout, command.join(' ')).toBe(good[place])
    }
    expect(setAside(at.folder)).toEqual([])
  })
})
