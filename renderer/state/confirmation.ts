import { create } from 'zustand'
import type { AnswerError } from '../../shared/api/answers.ts'
import type { Text } from '../words/say.tsx'

/** Something that cannot be undone, asked about before it is done. */
export interface Confirmation {
  readonly title: Text
  readonly about: Text
  /** What would be lost, each by its name. */
  readonly lost?: readonly string[]
  /** What else there is to know, where nothing is lost; it is then not asked as a warning. */
  readonly know?: readonly string[]
  readonly foot?: Text
  readonly stay: Text
  readonly act: Text
  /** Does it; answers why it could not be done, else null. */
  readonly perform: () => Promise<AnswerError | null> | null
}

/** What is asked now. */
export const useConfirmation = create<{ readonly asked: Confirmation | null }>()(() => ({ asked: null }))

/** Asks before something is done that cannot be undone. */
export function ask(asked: Confirmation): void {
  useConfirmation.setState({ asked })
}

/** Leaves things as they are. */
export function withdraw(): void {
  useConfirmation.setState({ asked: null })
}
