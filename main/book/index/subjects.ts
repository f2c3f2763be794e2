/** Added to the numbers of accounts, which are in the same columns as those of contracts. */
const ACCOUNTS = 2 ** 31

/** The id of the `number`th contract opened in a book, from 1: `C0001`. */
export function contractIdOf(number: number): string {
  return idOf('C', number)
}

/** The id of the `number`th account opened in a book, from 1: `A0001`. */
export function accountIdOf(number: number): `A${string}` {
  return `A${padded(number)}`
}

/**
 * The number in a contract's id. Ids are given in order, so contracts are numbered without gaps.
 */
export function contractNumberOf(contractId: string): number {
  return Number(contractId.slice(1))
}

/**
 * The number of a contract (`C0001`) or an account (`A0001`) among both: never the same. 0 for
 * anything else, which a later version may write.
 */
export function subjectNumberOf(id: string): number {
  if (!/^[AC]\d+$/.test(id)) return 0
  return id.startsWith('A') ? ACCOUNTS + Number(id.slice(1)) : contractNumberOf(id)
}

/** The id of the contract or account with this number. */
export function subjectIdOf(number: number): string {
  return isAccount(number) ? idOf('A', number - ACCOUNTS) : contractIdOf(number)
}

/** True if a number that `subjectNumberOf` gave is an account's. */
export function isAccount(subject: number): boolean {
  return subject > ACCOUNTS
}

/** Contracts and accounts are numbered from 1 each: the number of this one among its own kind. */
export function numberInKind(subject: number): number {
  return isAccount(subject) ? subject - ACCOUNTS : subject
}

function idOf(kind: 'A' | 'C', number: number): string {
  return `${kind}${padded(number)}`
}

function padded(number: number): string {
  return String(number).padStart(4, '0')
}
