import type { Explanation, Term } from '../../../shared/words/glossary.ts'
import { words } from '../../words/say.tsx'
import help from './help.module.css'

interface GlossaryProps {
  readonly terms: readonly Explanation[]
  /** The term to scroll to. */
  readonly target: Term | undefined
  readonly isPart: boolean
}

/** *Glossary*: every term with its definition. */
export function Glossary({ terms, target, isPart }: GlossaryProps) {
  return (
    <>
      {isPart ? null : <p className={help['lead']}>{words('help.glossary.intro')}</p>}
      <dl className={help['words']}>
        {terms.map(({ term, name, meaning }) => (
          <div key={term}>
            <dt data-arrival={!isPart && term === target ? true : undefined}>{name}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
