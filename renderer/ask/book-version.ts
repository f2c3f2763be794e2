import { create } from 'zustand'
import type { QueryValues } from '../../shared/api/queries.ts'

/** The version of the book an answer depends on: its last hash and the day. */
type BookVersion = Partial<Pick<QueryValues['book'], 'head' | 'today'>>

/** The version that answers are of now; empty until the book has said it. */
export const useBookVersion = create<BookVersion>()(() => ({}))

/** Tells what is asked on the screen that the book or the day may have changed. */
export function bookIsAt({ head, today }: Required<BookVersion>): void {
  useBookVersion.setState({ head, today })
}
