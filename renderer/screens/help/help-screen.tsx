import { ChevronRight } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Term } from '../../../shared/words/glossary.ts'
import { HELP_PAGES, type HelpPage } from '../../../shared/words/help.ts'
import head from '../../controls/head.module.css'
import { SearchBox } from '../../form/search-box.tsx'
import { href } from '../../state/route.ts'
import { words } from '../../words/say.tsx'
import { Contents } from './contents.tsx'
import { countsOf, findInHelp } from './find.ts'
import styles from './help.module.css'
import { HelpPageContent } from './help-page.tsx'
import { useNotices } from './notices.ts'

interface HelpScreenProps {
  readonly page: HelpPage
  /** The glossary term to scroll to. */
  readonly term: Term | undefined
}

/** Help: one of its pages, or the results of searching all of them. */
export function HelpScreen({ page, term }: HelpScreenProps) {
  const [search, setSearch] = useState('')
  const isFinding = search.trim() !== ''
  const notices = useNotices(isFinding || page === 'licences')
  const content = useMemo(() => findInHelp(search, notices.state === 'read' ? notices.all : []), [search, notices])
  const counts = countsOf(content)
  const count = Object.values(counts).reduce((total, each) => total + each, 0)
  // The current page comes first, so that searching filters it in place.
  const shown = isFinding
    ? [page, ...HELP_PAGES.filter(each => each !== page)].filter(each => counts[each] > 0)
    : [page]
  return (
    <>
      <nav className={head['crumb']} aria-label={words('nav.where')}>
        <a href={href({ screen: 'settings' })}>{words('nav.settings')}</a>
        <ChevronRight size={12} strokeWidth={1.75} aria-hidden />
        <span>{words('help.title')}</span>
      </nav>
      <div className={head['head']}>
        <h1 className={head['grow']}>{words('help.title')}</h1>
        <SearchBox
          className={styles['find']}
          label={words('help.find')}
          placeholder={words('help.find')}
          value={search}
          onChange={setSearch}
        />
      </div>
      <div className={styles['columns']}>
        <Contents page={page} counts={isFinding ? counts : null} onChoose={() => setSearch('')} />
        <div className={styles['pages']}>
          <p className={styles['found']} role="status">
            {isFinding ? words('help.found', { count }) : null}
          </p>
          {shown.map(each => (
            <HelpPageContent
              key={each}
              page={each}
              content={content}
              notices={notices}
              term={term}
              isPart={isFinding}
            />
          ))}
        </div>
      </div>
    </>
  )
}
