import type { Explanation } from '../../../shared/words/glossary.ts'
import { words } from '../../words/say.tsx'
import help from './help.module.css'

/** *Glossary*: every term with its definition. */
export function Glossary({ terms, isPart }: { terms: readonly Explanation[]; isPart: boolean }) {
  return (
    <>
      {isPart ? null : <p className={help['lead']}>{words('help.glossary.intro')}</p>}
      <dl className={help['words']}>
        {terms.map(({ term, name, meaning }) => (
          <div key={term}>
            <dt>{name}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
