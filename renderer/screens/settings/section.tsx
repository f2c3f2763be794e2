import { type ReactNode, useId } from 'react'
import type { Term as TermId } from '../../../shared/words/glossary.ts'
import head from '../../controls/head.module.css'
import { Term } from '../../controls/term.tsx'
import styles from './settings.module.css'

interface SectionProps {
  readonly title: string
  /** The glossary term in its title. */
  readonly term?: TermId
  /** Shown at the end of the title's line. */
  readonly aside?: ReactNode
  /** The name that links to it use. */
  readonly anchor?: string
  readonly children: ReactNode
}

/** A section of the settings. */
export function Section({ title, term, aside, anchor, children }: SectionProps) {
  const id = useId()
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <div className={head['section']}>
        <h2 id={id} tabIndex={anchor === undefined ? undefined : -1} data-anchor={anchor}>
          {term === undefined ? title : <Term term={term} text={title} />}
        </h2>
        {aside ? <span className={styles['aside']}>{aside}</span> : null}
      </div>
      {children}
    </section>
  )
}
