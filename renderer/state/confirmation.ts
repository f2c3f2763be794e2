import { create } from 'zustand'
import type { AnswerError } from '../../shared/api/answers.ts'
import type { Text } from '../words/say.tsx'

/** A question asked before doing something that cannot be undone. */
export interface Confirmation {
  readonly title: Text
  readonly about: Text
  /** The names of what would be lost. */
  readonly lost?: readonly string[]
  /** Facts to know when nothing is lost; the question is then not a warning. */
  readonly know?: readonly string[]
  readonly foot?: Text
  readonly stay: Text
  readonly act: Text
  /** Acts once confirmed. Returns the refusal, or null once done. */
  readonly perform: () => Promise<AnswerError | null> | null
}

/** The open question. */
export const useConfirmation = create<{ readonly asked: Confirmation | null }>()(() => ({ asked: null }))

/** Asks before doing something that cannot be undone. */
export function ask(asked: Confirmation): void {
  useConfirmation.setState({ asked })
}

/** Withdraws the open question; nothing happens. */
export function withdraw(): void {
  useConfirmation.setState({ asked: null })
}
