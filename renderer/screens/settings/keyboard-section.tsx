import { shortcutGroups } from '../../actions/shortcut-groups.ts'
import { ShortcutList } from '../../actions/shortcut-list.tsx'
import { words } from '../../words/say.tsx'
import { Section } from './section.tsx'

/** All shortcuts, as in Help. */
export function KeyboardSection() {
  return (
    <Section title={words('settings.keyboard')}>
      <ShortcutList groups={shortcutGroups()} />
    </Section>
  )
}
