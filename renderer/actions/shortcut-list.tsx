import { useId } from 'react'
import head from '../controls/head.module.css'
import type { ShortcutGroup } from './shortcut-groups.ts'
import styles from './shortcut-list.module.css'

/** Shortcuts in groups with headings, in two columns if there is room. */
export function ShortcutList({ groups }: { groups: readonly ShortcutGroup[] }) {
  return (
    <div className={styles['groups']}>
      {groups.map(group => (
        <Group key={group.area} group={group} />
      ))}
    </div>
  )
}

function Group({ group: { title, shortcuts } }: { group: ShortcutGroup }) {
  const id = useId()
  return (
    <section className={styles['group']} aria-labelledby={id}>
      <div className={head['section']}>
        <h3 id={id}>{title}</h3>
      </div>
      <dl>
        {shortcuts.map(({ id: each, name, keys }) => (
          <div key={each} className={styles['shortcut']}>
            <dt>{name}</dt>
            <dd>
              {keys.map(key => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
