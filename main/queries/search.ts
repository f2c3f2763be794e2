import type { ContractState } from '../escrow/state.ts'

/** The reference and note an entry has now. */
interface Annotation {
  readonly reference?: string | undefined
  readonly note?: string | undefined
}

/** Text as it is searched: without case and without accents, so that "reyes" finds "Reyès". */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLocaleLowerCase('en')
}

// States are replaced, never changed, so a state's text can be kept for as long as the state is.
const texts = new WeakMap<ContractState, string>()

function textOf(state: ContractState): string {
  let text = texts.get(state)
  if (text === undefined) {
    text = folded([state.title, state.client, state.freelancer, ...state.milestones.map(milestone => milestone.title)].join('\n'))
    texts.set(state, text)
  }
  return text
}

// So is a list of annotations.
const annotationTexts = new WeakMap<readonly Annotation[], string>()

function textOfAll(annotations: readonly Annotation[]): string {
  let text = annotationTexts.get(annotations)
  if (text === undefined) {
    text = folded(annotations.map(({ reference = '', note = '' }) => `${reference}\n${note}`).join('\n'))
    annotationTexts.set(annotations, text)
  }
  return text
}

/** A search a person typed: true for the contracts in which every word is found, in titles, parties, milestones, references or notes. */
export function matcherOf(search: string): (state: ContractState, annotations: readonly Annotation[]) => boolean {
  const words = folded(search).split(/\s+/).filter(Boolean)
  return (state, annotations) => {
    const missing = words.filter(word => !textOf(state).includes(word))
    return missing.length === 0 || (annotations.length > 0 && missing.every(word => textOfAll(annotations).includes(word)))
  }
}
