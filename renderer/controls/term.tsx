import type { KeyboardEvent } from 'react'
import { addressOf, meaningOf, nameOf, type Term as TermId } from '../../shared/words/glossary.ts'
import { words } from '../words/say.tsx'
import styles from './term.module.css'
import { Tooltip } from './tooltip.tsx'

interface TermProps {
  readonly term: TermId
  /** The text that the term stands in; only the term is marked. By default, the term's name. */
  readonly text?: string
}

/**
 * A term of the glossary: its meaning appears on hover and on keyboard focus, and pressing it (or
 * F1 on it) opens Help at the term. For headings and labels, once per screen for each term.
 */
export function Term({ term, text }: TermProps) {
  const { before, name, after } = split(term, text)
  return (
    <>
      {before}
      <Tooltip text={words(meaningOf(term))}>
        <a className={styles['term']} href={addressOf(term)} onKeyDown={openFromF1}>
          {name}
        </a>
      </Tooltip>
      {after}
    </>
  )
}

/** A `Term` for dialogs, which a link to Help would leave: pressing it shows its meaning. */
export function DialogTerm({ term, text }: TermProps) {
  const { before, name, after } = split(term, text)
  return (
    <>
      {before}
      <Tooltip text={words(meaningOf(term))} opensOnPress>
        <button type="button" className={styles['term']}>
          {name}
        </button>
      </Tooltip>
      {after}
    </>
  )
}

function openFromF1(event: KeyboardEvent<HTMLAnchorElement>): void {
  if (event.key !== 'F1') return
  // F1 alone opens the first page of Help.
  event.preventDefault()
  event.currentTarget.click()
}

/**
 * The text around a term, and the term as it is written there, with its ending (`postings`). All
 * of the text if it does not contain the term's name.
 */
function split(term: TermId, text: string | undefined) {
  const name = words(nameOf(term)).replace(/ \(.*\)$/, '')
  if (text === undefined) return { before: '', name, after: '' }
  const start = text.toLowerCase().indexOf(name.toLowerCase())
  if (start === -1) return { before: '', name: text, after: '' }
  const ending = /^\p{L}*/u.exec(text.slice(start + name.length))?.[0] ?? ''
  const end = start + name.length + ending.length
  return { before: text.slice(0, start), name: text.slice(start, end), after: text.slice(end) }
}
