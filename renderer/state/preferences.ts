import type { AnswerError } from '../../shared/api/answers.ts'
import type { Preferences } from '../../shared/api/preferences.ts'
import { bridge } from '../ask/bridge.ts'
import { LatestOnly } from '../ask/latest-only.ts'
import { chooseLook } from '../theme/theme.ts'
import { useStore } from './store.ts'

const answers = new LatestOnly()

/** Reads the preferences and applies the theme. */
export async function loadPreferences(): Promise<void> {
  const isLatest = answers.begin()
  const answer = await bridge.query({ type: 'preferences' })
  if (isLatest() && answer.ok) take(answer.value)
}

/**
 * Sets preferences and shows the change at once. Returns the refusal, after reverting the change,
 * or null once saved.
 */
export async function prefer({ ownPresets, ...others }: Partial<Preferences>): Promise<AnswerError | null> {
  const change = { ...others, ...(ownPresets !== undefined && { ownPresets: [...ownPresets] }) }
  const before = useStore.getState().preferences
  if (before !== null) take({ ...before, ...change })
  const isLatest = answers.begin()
  const answer = await bridge.execute({ type: 'set-preference', ...change })
  if (isLatest()) {
    if (answer.ok) take(answer.value)
    else if (before !== null) take(before)
  }
  return answer.ok ? null : answer.error
}

function take(preferences: Preferences): void {
  useStore.setState({ preferences })
  chooseLook(preferences)
}
