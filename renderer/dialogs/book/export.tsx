import { ChevronDown } from 'lucide-react'
import { useId, useState } from 'react'
import { EXPORT_FACTS, EXPORT_FORMATS, type ExportFormat } from '../../../shared/api/export-formats.ts'
import { type DayRange, isBackwards } from '../../../shared/dates/period.ts'
import { useQuery } from '../../ask/use-query.ts'
import { focusRefusedDay } from '../../controls/day-field.tsx'
import { ContractChoice } from '../../form/contract-choice.tsx'
import styles from '../../form/fields.module.css'
import { chosenDays, daysIn, EVER, PeriodFields } from '../../form/period-fields.tsx'
import { ProblemText } from '../../form/problem-text.tsx'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { Say, words } from '../../words/say.tsx'
import frame from '../frame/dialog-frame.module.css'
import { DialogFrame } from '../frame/dialog-frame.tsx'
import { useSaving } from './use-saving.ts'

interface ExportDialogProps {
  readonly format: ExportFormat
  readonly contract: { readonly id: string; readonly title: string } | null
  readonly days?: DayRange | undefined
}

/**
 * Chooses an export's format, contract and period; previews its content, saves it, and shows the
 * progress.
 */
export function ExportDialog(start: ExportDialogProps) {
  const id = useId()
  const book = useStore(state => state.book)
  const [format, setFormat] = useState(start.format)
  const [contract, setContract] = useState(start.contract)
  const [period, setPeriod] = useState(start.days === undefined ? EVER : chosenDays(start.days))
  const { problem, busy, job, save, leave } = useSaving('export')
  if (book === null) return null
  const days = daysIn(period, book)
  const part = { ...(contract !== null && { contractId: contract.id }), ...days }
  const backwards = isBackwards(part)

  function saveExport(): void {
    if (days === null) {
      focusRefusedDay()
      return
    }
    if (backwards) return
    void save({ type: 'save-export', format, ...part }, ({ path }) => ({ key: 'toast.exported', params: { path } }))
  }

  return (
    <DialogFrame
      title={words('export-dialog.title')}
      subtitle={words('export-dialog.subtitle')}
      confirm={words('export-dialog.confirm')}
      confirmDisabled={busy || backwards || days === null}
      foot={job === null ? words('export-dialog.foot') : words('export-dialog.busy', { percent: job.percent })}
      onSubmit={saveExport}
      onLeave={leave}
    >
      <Formats format={format} onChange={setFormat} />
      <div className={styles['field']}>
        <label htmlFor={`${id}-of`}>{words('export-dialog.of')}</label>
        <ContractChoice
          id={`${id}-of`}
          className={styles['menu']}
          all={words('export-dialog.of-all')}
          onChosen={row => setContract(row === null ? null : { id: row.id, title: row.title })}
        >
          <span>{contract?.title ?? words('export-dialog.of-all')}</span>
          <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
        </ContractChoice>
      </div>
      <PeriodFields period={period} today={book.today} wrong={backwards ? 'to' : undefined} onChange={setPeriod} />
      {days === null ? null : problem === null ? (
        <Contents format={format} part={part} backwards={backwards} />
      ) : (
        <ProblemText problem={problem} />
      )}
    </DialogFrame>
  )
}

interface FormatsProps {
  readonly format: ExportFormat
  readonly onChange: (format: ExportFormat) => void
}

function Formats({ format, onChange }: FormatsProps) {
  const name = useId()
  return (
    <fieldset className={styles['choices']}>
      <legend className={text['hidden']}>{words('export-dialog.format')}</legend>
      {EXPORT_FORMATS.map(each => (
        <label key={each} className={styles['choice']}>
          <input
            type="radio"
            name={name}
            data-autofocus={each === format || undefined}
            checked={each === format}
            onChange={() => onChange(each)}
          />
          <span>
            <Say text="export-dialog.format-of" params={{ format: each }} />
          </span>
        </label>
      ))}
    </fieldset>
  )
}

interface ContentsProps {
  readonly format: ExportFormat
  readonly part: DayRange & { readonly contractId?: string }
  readonly backwards: boolean
}

/** The content of the export, before it is saved. */
function Contents({ format, part, backwards }: ContentsProps) {
  const { value } = useQuery(backwards ? null : { type: 'ledger', ...part, limit: 1 })
  const isPart = Object.keys(part).length > 0
  const params = {
    holds: EXPORT_FACTS[format].holds,
    entries: value?.total ?? 0,
    of: part.contractId === undefined ? 'book' : 'contract',
    restores: !EXPORT_FACTS[format].restores ? 'none' : isPart ? 'part' : 'whole',
  }
  return (
    <p className={`${text['answer']} ${frame['tell']}`} aria-live="polite">
      {backwards ? words('export-dialog.backwards') : value === null ? '' : words('export-dialog.tell', params)}
    </p>
  )
}
