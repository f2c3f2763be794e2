import { FileInput } from 'lucide-react'
import type { Ref } from 'react'
import { Button } from '../../controls/button.tsx'
import text from '../../theme/text.module.css'
import { words } from '../../words/say.tsx'
import styles from './reconcile.module.css'

interface FileFieldProps {
  readonly ref: Ref<HTMLInputElement>
  readonly onFile: (file: File) => void
}

/** The hidden input that opens the file dialog. */
export function FileField({ ref, onFile }: FileFieldProps) {
  return (
    <input
      ref={ref}
      type="file"
      accept=".csv,.tsv,.txt,text/csv,text/plain"
      aria-label={words('reconcile.choose-file')}
      className={text['hidden']}
      tabIndex={-1}
      onChange={({ target }) => {
        const [chosen] = target.files ?? []
        if (chosen !== undefined) onFile(chosen)
        // Otherwise choosing the same file again would not fire a change event.
        target.value = ''
      }}
    />
  )
}

interface ChooseFileProps {
  /** True after a file that could not be read. */
  readonly again?: boolean
  readonly onChoose: () => void
}

/** The button that chooses a file, and a hint that one can be dropped. */
export function ChooseFile({ again = false, onChoose }: ChooseFileProps) {
  return (
    <p className={styles['choose']}>
      <Button look="primary" icon={FileInput} onClick={onChoose}>
        {words(again ? 'reconcile.another' : 'reconcile.choose')}
      </Button>
      <span className={text['muted']}>{words('reconcile.drop')}</span>
    </p>
  )
}
