import { FileInput } from 'lucide-react'
import { Button } from '../../controls/button.tsx'
import head from '../../controls/head.module.css'
import { words } from '../../words/say.tsx'
import { openStatement, useStatement } from './statement.ts'
import { showMapping } from './statement-columns.ts'
import { closeStatement } from './statement-reading.ts'

/** The buttons next to the screen's title. */
export function StatementActions({ onChoose }: { onChoose: () => void }) {
  const phase = useStatement(state => state.phase)
  const isOpen = useStatement(state => openStatement(state) !== null)
  const mapping = useStatement(state => state.phase === 'asking' || (state.phase === 'matched' && state.mapping))
  if (phase === 'none') return null
  return (
    <div className={head['acts']}>
      {isOpen ? (
        <Button look="quiet" aria-pressed={mapping} onClick={() => showMapping(!mapping)}>
          {words('reconcile.columns')}
        </Button>
      ) : null}
      <Button look="quiet" onClick={closeStatement}>
        {words('reconcile.close')}
      </Button>
      {/* For a file that could not be read, the button is shown below the reason instead. */}
      {isOpen || phase === 'reading' ? (
        <Button look="quiet" icon={FileInput} onClick={onChoose}>
          {words('reconcile.another')}
        </Button>
      ) : null}
    </div>
  )
}
