import type { Ref } from 'react'
import text from '../theme/text.module.css'

interface FileFieldProps {
  readonly ref: Ref<HTMLInputElement>
  /** The types of files to offer, as in the attribute `accept`. */
  readonly accept: string
  readonly label: string
  readonly onFile: (file: File) => void
}

/** The hidden input that opens the file dialog. */
export function FileField({ ref, accept, label, onFile }: FileFieldProps) {
  return (
    <input
      ref={ref}
      type="file"
      accept={accept}
      aria-label={label}
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
