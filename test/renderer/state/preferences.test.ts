import { afterEach, describe, expect, test, vi } from 'vitest'
import { ownPreset, PRESETS, presetPolicy } from '../../../shared/contract/presets.ts'
import { newFolder, openBook } from '../../book/fixture.ts'
import { pageOn } from '../bridge-to-book.ts'

afterEach(() => void vi.unstubAllGlobals())

async function pageOfNothing() {
  const page = await pageOn(await openBook(newFolder()))
  const state = {
    ...page,
    ...(await import('../../../renderer/state/preferences.ts')),
    ...(await import('../../../renderer/state/presets.ts')),
    ...(await import('../../../renderer/state/store.ts')),
  }
  await state.loadPreferences()
  return state
}

describe('a preference', () => {
  test('is shown at once, and saved', async () => {
    const { prefer, useStore, preferences, hold, settled, page } = await pageOfNothing()
    expect(page.dataset).toMatchObject({ theme: 'light', rows: 'regular' })
    const held = hold()
    const done = prefer({ theme: 'dark', rows: 'compact' })
    expect(useStore.getState().preferences).toMatchObject({ theme: 'dark', rows: 'compact' })
    expect(page.dataset).toMatchObject({ theme: 'dark', rows: 'compact' })
    await settled()
    held[0]?.deliver()
    expect(await done).toBeNull()
    expect(preferences.get()).toMatchObject({ theme: 'dark', rows: 'compact', currency: 'USD' })
  })

  test('that is refused is reverted, and the refusal returned', async () => {
    const { prefer, useStore, page } = await pageOfNothing()
    // @ts-expect-error: no such theme.
    const error = await prefer({ theme: 'neon', rows: 'compact' })
    expect(error?.code).toBe('bad-input')
    expect(useStore.getState().preferences).toMatchObject({ theme: 'system', rows: 'regular' })
    expect(page.dataset['rows']).toBe('regular')
  })

  test('that was changed twice has its last value, in whichever order the answers arrive', async () => {
    const { prefer, useStore, hold, settled } = await pageOfNothing()
    const held = hold()
    void prefer({ currency: 'EUR' })
    await settled()
    void prefer({ currency: 'JPY' })
    await settled()
    held[1]?.deliver()
    await settled()
    held[0]?.deliver()
    await settled()
    expect(useStore.getState().preferences?.currency).toBe('JPY')
  })

  test('that is changed while preferences are being read keeps its value', async () => {
    const { prefer, loadPreferences, useStore, hold, release, settled } = await pageOfNothing()
    const held = hold()
    void loadPreferences()
    await settled()
    release()
    await prefer({ currency: 'EUR' })
    held[0]?.deliver()
    await settled()
    expect(useStore.getState().preferences?.currency).toBe('EUR')
  })
})

test('the presets are those of the platforms, followed by the person’s own', async () => {
  const { prefer, allPresets } = await pageOfNothing()
  expect(allPresets()).toEqual(PRESETS)
  const [standard] = PRESETS
  if (standard === undefined) throw new Error('there are presets')
  await prefer({ ownPresets: [ownPreset('Studio', presetPolicy(standard, 2), 2, '2026')] })
  expect(allPresets().map(preset => preset.name)).toEqual([...PRESETS.map(preset => preset.name), 'Studio'])
})
