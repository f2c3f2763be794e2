import { LockOpen } from 'lucide-react'
import { Button } from '../controls/button.tsx'
import { askToReopen } from '../state/closed-books.ts'
import { words } from '../words/say.tsx'

/** The button that reopens the books, after asking. */
export function Reopen() {
  return (
    <Button small look="line" icon={LockOpen} onClick={askToReopen}>
      {words('reopen.offer')}
    </Button>
  )
}
