import { Search } from 'lucide-react'
import { findOrDo } from '../actions/go-actions.ts'
import { ariaKeys, keysText } from '../actions/keys.ts'
import { href, useRoute } from '../state/route.ts'
import { words, wordsOf } from '../words/say.tsx'
import { BookHealth } from './book-health.tsx'
import { DESTINATIONS } from './screens.ts'
import styles from './sidebar.module.css'

/** The sidebar: Find or do, the screens, and the book. */
export function Sidebar() {
  const { screen } = useRoute()
  const keys = findOrDo.keys ?? ''
  return (
    <div className={styles['sidebar']}>
      <button type="button" className={styles['find']} aria-keyshortcuts={ariaKeys(keys)} onClick={findOrDo.perform}>
        <Search size={16} strokeWidth={1.75} aria-hidden />
        <span>{wordsOf(findOrDo.label)}</span>
        <kbd aria-hidden>{keysText(keys)}</kbd>
      </button>
      <nav className={styles['nav']} aria-label={words('nav.label')}>
        <ul>
          {DESTINATIONS.map(({ route, action: { label, icon: Icon }, holds }) => (
            <li key={route.screen}>
              <a href={href(route)} aria-current={holds.includes(screen) ? 'page' : undefined}>
                <Icon size={16} strokeWidth={1.75} aria-hidden />
                {wordsOf(label)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <BookHealth />
    </div>
  )
}
