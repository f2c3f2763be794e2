import { HELP_PAGES, titleOf } from '../../../shared/words/help.ts'
import { href } from '../../state/route.ts'
import text from '../../theme/text.module.css'
import { words } from '../../words/say.tsx'
import { Section } from './section.tsx'
import styles from './settings.module.css'

/** Links to the pages of Help, including the licences. */
export function HelpSection() {
  return (
    <Section title={words('help.title')}>
      <ul className={styles['links']}>
        {HELP_PAGES.map(page => (
          <li key={page}>
            <a className={text['link']} href={href({ screen: 'help', page })}>
              {words(titleOf(page))}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
