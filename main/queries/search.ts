import type { ContractAttributes } from '../../shared/contract/attributes.ts'
import { withoutInvisible } from '../../shared/digits/digits.ts'
import type { ContractState } from '../escrow/contract/state.ts'

/** The reference and note an entry has now. */
interface Annotation {
  readonly reference?: string | undefined
  readonly note?: string | undefined
}

/**
 * Text for searching: without case, accents or characters that nobody sees, so that "reyes" finds
 * "Reyès".
 */
function folded(text: string): string {
  return withoutInvisible(text)
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLocaleLowerCase('en')
}

/**
 * Caches the searchable text of a state or a list of annotations: both are replaced, never changed.
 */
function searchText<T extends object>(partsOf: (searched: T) => readonly string[]): (searched: T) => string {
  const texts = new WeakMap<T, string>()
  return searched => {
    let text = texts.get(searched)
    if (text === undefined) {
      text = folded(partsOf(searched).join('\n'))
      texts.set(searched, text)
    }
    return text
  }
}

/** Every attribute of a contract; true if it is searched. */
const SEARCHED = {
  title: true,
  client: true,
  freelancer: true,
  currency: false,
  budget: false,
  policy: false,
  side: false,
  account: false,
  archived: false,
} as const satisfies Record<keyof ContractAttributes, boolean>
type SearchedAttribute = {
  [N in keyof ContractAttributes]: (typeof SEARCHED)[N] extends true ? N : never
}[keyof ContractAttributes]
const SEARCHED_NAMES = (Object.keys(SEARCHED) as (keyof ContractAttributes)[]).filter(
  (name): name is SearchedAttribute => SEARCHED[name],
)

const textOf = searchText((contract: ContractState) => [
  ...SEARCHED_NAMES.map(name => contract[name]),
  ...contract.milestones.map(each => each.title),
])
const textOfAll = searchText((annotations: readonly Annotation[]) =>
  annotations.flatMap(({ reference = '', note = '' }) => [reference, note]),
)

/**
 * A test for the search that a person typed: true for a contract if every word occurs in its
 * titles, parties, milestones, references or notes.
 */
export function matcherOf(search: string): (state: ContractState, annotations: readonly Annotation[]) => boolean {
  const words = folded(search).split(/\s+/).filter(Boolean)
  return (state, annotations) => {
    const missing = words.filter(word => !textOf(state).includes(word))
    return (
      missing.length === 0 || (annotations.length > 0 && missing.every(word => textOfAll(annotations).includes(word)))
    )
  }
}
