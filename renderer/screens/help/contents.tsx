import { HELP_PAGES, type HelpPage, titleOf } from '../../../shared/words/help.ts'
import { href } from '../../state/route.ts'
import { words } from '../../words/say.tsx'
import styles from './contents.module.css'

interface ContentsProps {
  readonly page: HelpPage
  /** The number of matches on each page; null without a search. */
  readonly counts: Readonly<Record<HelpPage, number>> | null
  /** Called when a page is chosen, even the current one. */
  readonly onChoose: () => void
}

/** The pages of Help, as links. */
export function Contents({ page, counts, onChoose }: ContentsProps) {
  return (
    <nav className={styles['contents']} aria-label={words('help.title')}>
      <ul>
        {HELP_PAGES.map(each => (
          <li key={each}>
            <a
              href={href({ screen: 'help', page: each })}
              onClick={onChoose}
              aria-current={counts === null && each === page ? 'page' : undefined}
            >
              {words(titleOf(each))}
              {counts === null || counts[each] === 0 ? null : <span className={styles['count']}>{counts[each]}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
