import { create } from 'zustand'
import type { QueryValues } from '../../shared/api/queries.ts'

/** The version of the book an answer depends on: its last hash and the day. */
type BookVersion = Partial<Pick<QueryValues['book'], 'head' | 'today'>>

/** The current version of the book and day; empty until the book has answered. */
export const useBookVersion = create<BookVersion>()(() => ({}))

/** Sets the current version: mounted queries then ask again. */
export function bookIsAt({ head, today }: Required<BookVersion>): void {
  useBookVersion.setState({ head, today })
}
