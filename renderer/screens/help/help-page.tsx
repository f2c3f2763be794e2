import type { ReactNode } from 'react'
import type { Term } from '../../../shared/words/glossary.ts'
import { type HelpPage, titleOf } from '../../../shared/words/help.ts'
import { findOrDo } from '../../actions/go-actions.ts'
import { keysText } from '../../actions/keys.ts'
import { ShortcutList } from '../../actions/shortcut-list.tsx'
import { words, wordsOf } from '../../words/say.tsx'
import { Files } from './files.tsx'
import type { HelpContent } from './find.ts'
import { GettingStarted } from './getting-started.tsx'
import { Glossary } from './glossary.tsx'
import styles from './help.module.css'
import { Licences } from './licences.tsx'
import type { Notices } from './notices.ts'

interface HelpPageProps {
  readonly page: HelpPage
  readonly content: HelpContent
  readonly notices: Notices
  /** The glossary term to scroll to. */
  readonly term: Term | undefined
  /**
   * True if `content` is only the part that matches a search: the page then omits its other
   * sentences.
   */
  readonly isPart: boolean
}

/** A page of Help under its title. */
export function HelpPageContent({ page, content, notices, term, isPart }: HelpPageProps) {
  const title = words(titleOf(page))
  const id = `help-${page}`
  return (
    <section className={styles['page']} aria-labelledby={id}>
      <h2 id={id} data-arrival={isPart || term !== undefined ? undefined : true}>
        {title}
      </h2>
      {contentOf({ page, content, notices, term, isPart })}
    </section>
  )
}

function contentOf({ page, content, notices, term, isPart }: HelpPageProps): ReactNode {
  switch (page) {
    case 'getting-started':
      return <GettingStarted steps={content[page]} isPart={isPart} />
    case 'glossary':
      return <Glossary terms={content[page]} target={term} isPart={isPart} />
    case 'keyboard':
      return (
        <>
          {isPart ? null : (
            <p className={styles['lead']}>
              {words('help.keyboard.intro', { find: wordsOf(findOrDo.label), keys: keysText(findOrDo.keys ?? '') })}
            </p>
          )}
          <ShortcutList groups={content[page]} />
        </>
      )
    case 'files':
      return <Files files={content[page]} isPart={isPart} />
    case 'licences':
      return <Licences notices={content[page]} state={notices.state} isPart={isPart} />
  }
}
