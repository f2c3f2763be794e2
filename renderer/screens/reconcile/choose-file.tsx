import { FileInput } from 'lucide-react'
import { Button } from '../../controls/button.tsx'
import text from '../../theme/text.module.css'
import { words } from '../../words/say.tsx'
import styles from './reconcile.module.css'

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
