import { useEffect, useRef } from 'react'
import { DropZone } from '../../controls/drop-zone.tsx'
import { FileField } from '../../controls/file-field.tsx'
import head from '../../controls/head.module.css'
import { useFileRequests } from '../../state/file-request.ts'
import { href } from '../../state/route.ts'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { words } from '../../words/say.tsx'
import styles from './reconcile.module.css'
import { StatementActions } from './statement-actions.tsx'
import { StatementContent } from './statement-content.tsx'
import { followProgress, readAgain, readFile } from './statement-reading.ts'

/**
 * The Reconcile screen: matches a statement with the book row by row, and records the ticked rows.
 */
export function ReconcileScreen() {
  const input = useRef<HTMLInputElement>(null)
  const choose = () => input.current?.click()
  const bookHead = useStore(state => state.book?.head)
  const requests = useFileRequests(state => state.count)
  const answered = useRef(requests)
  useEffect(followProgress, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer depends on the book.
  useEffect(() => void readAgain(), [bookHead])
  useEffect(() => {
    if (requests === answered.current) return
    answered.current = requests
    // The file dialog opens only on a user gesture in the page, and the native menu is not one.
    if (navigator.userActivation.isActive) input.current?.click()
  }, [requests])
  return (
    <DropZone className={styles['screen']} onFile={file => void readFile(file)}>
      <FileField
        ref={input}
        accept=".csv,.tsv,.txt,.xlsx,.xml,.zip,.ofx,.qfx,.sta,.mt940,.940,text/csv,text/plain"
        label={words('reconcile.choose-file')}
        onFile={file => void readFile(file)}
      />
      <div className={head['head']}>
        <h1 className={head['grow']}>{words('nav.reconcile')}</h1>
        <a className={text['link']} href={href({ screen: 'reconcile', part: 'imports' })}>
          {words('imports.title')}
        </a>
        <StatementActions onChoose={choose} />
      </div>
      <StatementContent onChoose={choose} />
    </DropZone>
  )
}
