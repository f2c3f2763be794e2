import { APP_ACTIONS } from '../../actions/app-actions.ts'
import { keysText } from '../../actions/keys.ts'
import { words, wordsOf } from '../../words/say.tsx'
import { Section } from './section.tsx'
import styles from './settings.module.css'

/** All shortcuts: those of the actions, and those of tables. */
export function KeyboardSection() {
  const rows = APP_ACTIONS.flatMap(({ id, label, keys }) =>
    keys === undefined ? [] : [{ id, what: wordsOf(label), keys: keysText(keys) }],
  )
  const inTables = [
    { id: 'rows', what: words('settings.keyboard-rows'), keys: '↑ ↓' },
    { id: 'row', what: words('settings.keyboard-row'), keys: keysText('Enter') },
    { id: 'menu', what: words('settings.keyboard-menu'), keys: words('settings.keyboard-menu-keys') },
  ]
  const search = { id: 'search', what: words('settings.keyboard-search', { search: words('list.search') }), keys: '/' }
  return (
    <Section title={words('settings.keyboard')}>
      <dl className={styles['keys']}>
        {[...rows, search, ...inTables].map(({ id, what, keys }) => (
          <div key={id}>
            <dt>{what}</dt>
            <dd>
              <kbd>{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
