import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { LICENCES } from '../../../shared/words/help.ts'
import { ROW_TARGET, walkRows } from '../../controls/row-keys.ts'
import text from '../../theme/text.module.css'
import { words } from '../../words/say.tsx'
import help from './help.module.css'
import styles from './licences.module.css'
import type { Notice, Notices } from './notices.ts'

interface LicencesProps {
  readonly notices: readonly Notice[]
  readonly state: Notices['state']
  readonly isPart: boolean
}

/** *Licences*: the software in the app; choosing a package shows its licence text. */
export function Licences({ notices, state, isPart }: LicencesProps) {
  return (
    <>
      {isPart ? null : (
        <p className={help['lead']}>
          {words(LICENCES.intro)} {words(LICENCES.full)}
        </p>
      )}
      {state === 'reading' ? <p role="status">{words('help.licences.reading')}</p> : null}
      {state === 'failed' ? <p role="alert">{words('help.licences.failed')}</p> : null}
      {state === 'read' ? <NoticeTable notices={notices} /> : null}
    </>
  )
}

function NoticeTable({ notices }: { notices: readonly Notice[] }) {
  const [chosen, setChosen] = useState<Notice | null>(null)
  return (
    <table className={styles['notices']} onKeyDown={walkRows}>
      <caption className={text['hidden']}>{words(LICENCES.caption)}</caption>
      <thead>
        <tr>
          <th scope="col">{words(LICENCES.name)}</th>
          <th scope="col" className={styles['version']}>
            {words(LICENCES.version)}
          </th>
          <th scope="col" className={styles['licence']}>
            {words(LICENCES.licence)}
          </th>
        </tr>
      </thead>
      <tbody>
        {notices.map(notice => (
          <NoticeRow
            key={`${notice.name} ${notice.version}`}
            notice={notice}
            isOpen={notice === chosen}
            onToggle={() => setChosen(notice === chosen ? null : notice)}
          />
        ))}
      </tbody>
    </table>
  )
}

interface NoticeRowProps {
  readonly notice: Notice
  readonly isOpen: boolean
  readonly onToggle: () => void
}

function NoticeRow({ notice: { name, version, licence, text: full }, isOpen, onToggle }: NoticeRowProps) {
  const Icon = isOpen ? ChevronDown : ChevronRight
  return (
    <>
      <tr>
        <th scope="row">
          <button type="button" className={styles['name']} aria-expanded={isOpen} onClick={onToggle} {...ROW_TARGET}>
            <Icon size={14} strokeWidth={1.75} aria-hidden />
            <span translate="no">{name}</span>
          </button>
        </th>
        <td className={text['muted']}>{version}</td>
        <td translate="no">{licence}</td>
      </tr>
      {isOpen ? (
        <tr className={styles['full']}>
          <td colSpan={3}>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reachable by keyboard. */}
            <section tabIndex={0} aria-label={words('help.licences.text', { name })} translate="no">
              {full}
            </section>
          </td>
        </tr>
      ) : null}
    </>
  )
}
