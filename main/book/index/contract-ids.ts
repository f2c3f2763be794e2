/** The id of the `number`th contract opened in a book, from 1: `C0001`. */
export function contractIdOf(number: number): string {
  return `C${String(number).padStart(4, '0')}`
}

/**
 * The number in a contract's id. Ids are given in order, so contracts are numbered without gaps.
 */
export function contractNumberOf(contractId: string): number {
  return Number(contractId.slice(1))
}
