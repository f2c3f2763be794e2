import { Printer } from 'lucide-react'
import type { PaperKind, PaperName } from '../../shared/contract/paper.ts'
import { WORDS_LOCALE } from '../words/locale.ts'
import { Say, words } from '../words/say.tsx'
import styles from './touched-papers.module.css'

/** More names than these are counted. */
const MOST_NAMED = 3

/** The printed statements and saved years that no longer agree with the book then, if any. */
export function TouchedPapers({ papers }: { papers: readonly PaperName[] }) {
  const statements = namesOf(papers, 'statement')
  const years = namesOf(papers, 'year')
  const are = statements.count > 0 ? (years.count > 0 ? 'both' : 'statements') : years.count > 0 ? 'years' : 'none'
  return (
    <p className={styles['touched']} data-touched={are !== 'none'}>
      <Printer size={16} strokeWidth={1.75} aria-hidden />
      <span>
        {statements.count === 0 ? null : <Say text="correct.statements" params={statements} />}{' '}
        {years.count === 0 ? null : <Say text="correct.years" params={years} />} {words('correct.untouched', { are })}
      </span>
    </p>
  )
}

function namesOf(papers: readonly PaperName[], kind: PaperKind): { readonly count: number; readonly names: string } {
  const names = papers.filter(paper => paper.kind === kind).map(({ name }) => name)
  const more = names.length - MOST_NAMED
  const listed = more > 0 ? [...names.slice(0, MOST_NAMED), words('correct.more-papers', { count: more })] : names
  return { count: names.length, names: new Intl.ListFormat(WORDS_LOCALE, { type: 'conjunction' }).format(listed) }
}
