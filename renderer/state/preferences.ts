import type { AnswerError } from '../../shared/answers.ts'
import type { Preferences } from '../../shared/queries.ts'
import { chooseTheme } from '../theme/theme.ts'
import { bridge } from './bridge.ts'
import { useStore } from './store.ts'

/** Keeps what a person prefers, and shows the app so at once. Answers why it could not be kept, else null. */
export async function prefer(change: Partial<Preferences>): Promise<AnswerError | null> {
  const answer = await bridge.execute({ type: 'set-preference', ...change })
  if (!answer.ok) return answer.error
  const preferences = answer.value as Preferences
  useStore.setState({ preferences })
  chooseTheme(preferences.theme)
  return null
}
