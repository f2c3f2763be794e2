import { describe, expect, test } from 'vitest'
import { feeScheduleOf } from '../../../shared/contract/fee-schedule.ts'
import { ownPresetSchema } from '../../../shared/contract/own-preset.ts'
import {
  ownAsPreset,
  ownPreset,
  PRESETS,
  type Preset,
  presetPolicy,
  withFeeChoice,
} from '../../../shared/contract/presets.ts'
import { standInForPage } from '../outside-a-page.ts'

standInForPage()
const { presetOf } = await import('../../../renderer/words/policy-text.ts')

function named(name: string): Preset {
  const preset = PRESETS.find(each => each.name === name)
  if (preset === undefined) throw new Error(`no preset ${name}`)
  return preset
}

describe('A preset', () => {
  test('has its amounts in the decimals of each currency', () => {
    const amounts = (decimals: number) => {
      const { clientFeeLeast, freelancerFeeLeast } = presetPolicy(named('Freelancer.com'), decimals)
      return [clientFeeLeast, freelancerFeeLeast]
    }
    expect([0, 2, 3].map(amounts)).toEqual([
      [3, 5],
      [300, 500],
      [3_000, 5_000],
    ])
    expect(presetPolicy(named('Fiverr milestones'), 2)).toMatchObject({
      clientFeeBp: 550,
      clientFeeUnder: 10_000,
      clientFeeUnderPlus: 300,
      clientFeeOn: 'each',
    })
  })

  test('with a choice of fees keeps its identity with each of them', () => {
    const contra = named('Contra')
    const choices = contra.asksFee?.choices ?? []
    let policy = presetPolicy(contra, 2)
    const chosen = choices.map(choice => {
      policy = withFeeChoice(policy, 'client', choice, 2)
      expect(presetOf(policy, 2)?.name).toBe('Contra')
      const { bp, plus, most } = feeScheduleOf(policy, 'client')
      return [bp, plus, most]
    })
    expect(chosen).toEqual([
      [0, 0, null],
      [290, 30, null],
      [50, 0, 500],
      [80, 30, 600],
    ])
  })

  test('of the user’s own keeps every field, in a file as well', () => {
    for (const preset of PRESETS) {
      const policy = presetPolicy(preset, 2)
      const kept = ownPresetSchema.parse(JSON.parse(JSON.stringify(ownPreset('Mine', policy, 2, '2026'))))
      expect(presetPolicy(ownAsPreset(kept), 2)).toEqual(policy)
    }
  })

  test('of the user’s own from before there were fee schedules has none', () => {
    const {
      clientFeeOn: _,
      freelancerFeeOn: __,
      ...policy
    } = ownPreset('Mine', presetPolicy(named('Upwork'), 2), 2, '2026').policy
    const older = ownPresetSchema.parse({ name: 'Mine', asOf: '2026', policy, minimumMajor: 5, contractFeeMajor: 0 })
    expect(presetPolicy(ownAsPreset(older), 2)).toEqual(presetPolicy(named('Upwork'), 2))
  })

  test('is recognised by its own numbers, and by the ranges of the fields it asks for', () => {
    for (const preset of PRESETS) expect(presetOf(presetPolicy(preset, 2), 2)?.name).toBe(preset.name)
    expect(presetOf({ ...presetPolicy(named('Upwork'), 2), freelancerFeeBp: 800 }, 2)?.name).toBe('Upwork')
    expect(presetOf({ ...presetPolicy(named('Upwork'), 2), freelancerFeeBp: 1_501 }, 2)).toBeUndefined()
  })
})
