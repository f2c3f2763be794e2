import type { CommandValue } from '../../shared/api/answers.ts'
import type { Warning } from '../../shared/contract/refusals.ts'
import { say, type Voice } from '../../shared/words/say.ts'

/** A warning in words. */
export function warningAnswer({ code, params }: Warning, voice: Voice): CommandValue['warnings'][number] {
  return { code, message: say(`warning.${code}`, params, voice) }
}
