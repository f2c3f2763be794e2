import { useState } from 'react'
import { BOOK_FILES, type BookFile } from '../../../shared/words/help.ts'
import { Button } from '../../controls/button.tsx'
import { useStore } from '../../state/store.ts'
import { words } from '../../words/say.tsx'
import styles from './files.module.css'
import help from './help.module.css'

/**
 * *The files of your book*: what each file contains, whether it may be deleted, and where the files
 * are.
 */
export function Files({ files, isPart }: { files: readonly BookFile[]; isPart: boolean }) {
  return (
    <>
      {isPart ? null : <p className={help['lead']}>{words(BOOK_FILES.intro)}</p>}
      <dl className={`${help['words']} ${styles['files']}`}>
        {files.map(({ name, holds, fate }) => (
          <div key={name}>
            <dt translate="no">{name}</dt>
            <dd>{words(holds)}</dd>
            <dd className={styles['fate']}>{words('help.files.fate', { fate })}</dd>
          </div>
        ))}
      </dl>
      {isPart ? null : (
        <>
          <p className={help['after']}>{words(BOOK_FILES.format)}</p>
          <Folder />
        </>
      )}
    </>
  )
}

/** The open book's folder, with a button that copies its path. */
function Folder() {
  const folder = useStore(state => state.book?.folder)
  const [copied, setCopied] = useState<string | null>(null)
  if (folder === undefined) return null
  async function copy(path: string): Promise<void> {
    await navigator.clipboard.writeText(path)
    setCopied(path)
  }
  return (
    <div className={styles['folder']}>
      <b>{words('help.files.folder')}</b>
      <span className={styles['path']}>{folder}</span>
      <span role="status">{copied === folder ? words('help.files.copied') : null}</span>
      <Button small look="line" onClick={() => void copy(folder)}>
        {words('help.files.copy')}
      </Button>
    </div>
  )
}
