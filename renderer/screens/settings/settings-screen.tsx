import { useEffect } from 'react'
import head from '../../controls/head.module.css'
import type { SettingsSection } from '../../state/route.ts'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { momentText } from '../../words/moments.ts'
import { Say, words } from '../../words/say.tsx'
import { BackupsSection } from './backups-section.tsx'
import { BookSection } from './book-section.tsx'
import { FormatsSection } from './formats-section.tsx'
import { HelpSection } from './help-section.tsx'
import { KeyboardSection } from './keyboard-section.tsx'
import { PartiesSection } from './parties-section.tsx'
import { AppearanceSection, NewContractsSection } from './preferences-section.tsx'
import { PresetsSection } from './presets-section.tsx'
import styles from './settings.module.css'

/** The settings: the book and its backups, the person's preferences, and the parties. */
export function SettingsScreen({ section }: { section: SettingsSection | undefined }) {
  const book = useStore(state => state.book)
  const preferences = useStore(state => state.preferences)
  const ready = book !== null && preferences !== null
  useEffect(() => {
    if (!ready || section === undefined) return
    // Runs after the frame has moved the focus to the screen's own heading.
    const frame = requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-anchor="${section}"]`)?.focus(),
    )
    return () => cancelAnimationFrame(frame)
  }, [ready, section])
  if (book === null || preferences === null) return <h1>{words('nav.settings')}</h1>
  const { lastBackup, today } = book
  return (
    <>
      <div className={head['head']}>
        <h1 className={head['grow']}>{words('nav.settings')}</h1>
      </div>
      <p className={`${text['answer']} ${styles['answer']}`}>
        <Say
          text="settings.answer"
          params={{
            backup: lastBackup === null ? 'none' : 'some',
            when: lastBackup === null ? '' : momentText(lastBackup, today),
          }}
        />
      </p>
      <div className={styles['columns']}>
        <div>
          <BookSection book={book} />
          <BackupsSection book={book} />
          <AppearanceSection preferences={preferences} />
          <FormatsSection preferences={preferences} today={today} />
          <PartiesSection />
        </div>
        <div>
          <NewContractsSection preferences={preferences} />
          <PresetsSection preferences={preferences} />
          <KeyboardSection />
          <HelpSection />
        </div>
      </div>
    </>
  )
}
