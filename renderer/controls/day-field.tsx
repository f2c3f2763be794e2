import { CalendarDays, CircleAlert } from 'lucide-react'
import { Popover } from 'radix-ui'
import { type KeyboardEvent, type ReactNode, type Ref, type RefObject, useId, useRef, useState } from 'react'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { dateText } from '../words/days.ts'
import { Say, words } from '../words/say.tsx'
import { type DayRules, dayFaultText, dayTyped, isNoDay, promiseText, shownInField } from '../words/typed-day.ts'
import { Button } from './button.tsx'
import { DayCalendar } from './day-calendar.tsx'
import styles from './day-field.module.css'
import fields from './field.module.css'

interface DayFieldProps extends DayRules {
  readonly id?: string | undefined
  readonly name?: string
  readonly 'aria-label'?: string
  readonly 'aria-describedby'?: string | undefined
  /** The typed text, or a day as `YYYY-MM-DD`; empty for none. */
  readonly value: string
  /** Takes what is typed, as typed; the day once the field is left, if it can be read. */
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly inputRef?: Ref<HTMLInputElement>
  /** The day that an empty field stands for, if it stands for one. */
  readonly whenEmpty?: IsoDate | undefined
  /** True if the book refuses the day. */
  readonly wrong?: boolean
  readonly autoFocus?: boolean
  /** In a row of a form: low, and what it says floats below it. */
  readonly inRow?: boolean
}

/**
 * A field for a day, typed in many ways or taken from a calendar. The line under it says the day it
 * gives. What cannot be read stays as typed and is refused there, with the days that may be meant.
 */
export function DayField({
  value,
  onChange,
  onBlur,
  inputRef,
  whenEmpty,
  wrong = false,
  inRow = false,
  use,
  today,
  last,
  kept,
  ...rest
}: DayFieldProps) {
  const saysId = useId()
  const box = useRef<HTMLDivElement>(null)
  /** The text shown while a person types. */
  const [typing, setTyping] = useState<string | null>(null)
  const rules = { use, today, last, kept }
  const typed = dayTyped(isNoDay(value) && whenEmpty !== undefined ? whenEmpty : value, rules)
  const fault = dayFaultText(typed, rules)
  const refused = fault !== undefined && typing === null
  function leave(): void {
    setTyping(null)
    if (typed.ok && typed.day !== value) onChange(typed.day)
    onBlur?.()
  }
  function take(day: IsoDate): void {
    setTyping(null)
    onChange(day)
    focusField()
  }
  const focusField = (): void => box.current?.querySelector('input')?.focus()
  return (
    <div ref={box} className={inRow ? `${styles['day']} ${styles['row']}` : styles['day']} data-day-field>
      <WithCalendar {...rules} anchor={box} day={typed.ok ? typed.day : undefined} onTake={take} onClosed={focusField}>
        {openByKey => (
          <input
            {...rest}
            ref={inputRef}
            type="text"
            autoComplete="off"
            spellCheck={false}
            value={typing ?? shownInField(value)}
            data-empty={value === ''}
            aria-invalid={refused || (wrong && fault === undefined)}
            aria-describedby={[saysId, rest['aria-describedby']].filter(Boolean).join(' ')}
            data-refused-day={fault === undefined ? undefined : ''}
            onKeyDown={event => {
              openByKey(event)
              // Enter confirms, so the person is no longer typing.
              if (event.key === 'Enter' && fault !== undefined) setTyping(null)
            }}
            onChange={({ target }) => {
              setTyping(target.value)
              onChange(isNoDay(target.value) ? '' : target.value.trim())
            }}
            onBlur={leave}
          />
        )}
      </WithCalendar>
      <span id={saysId} className={styles['says']}>
        <span aria-live="polite">{typed.ok ? <Promised day={typed.day} today={today} /> : refused ? null : fault}</span>
        {refused ? <Refusal fault={fault} /> : null}
      </span>
      {refused && !typed.ok && typed.near.length > 0 ? (
        <span className={styles['near']}>
          {typed.near.map((day, place) => (
            <Button key={day} small look={place === 0 ? 'line' : 'quiet'} onClick={() => take(day)}>
              {dateText(day, today)}
            </Button>
          ))}
        </span>
      ) : null}
    </div>
  )
}

function Promised({ day, today }: { day: IsoDate; today: IsoDate }) {
  const { key, params } = promiseText(day, today)
  return <Say text={key} params={params} />
}

function Refusal({ fault }: { fault: string }) {
  return (
    <span className={styles['refused']} role="alert">
      <CircleAlert size={16} strokeWidth={1.75} aria-hidden />
      <span>{fault}</span>
    </span>
  )
}

interface WithCalendarProps extends DayRules {
  /** The field with what it says; the calendar opens below it. */
  readonly anchor: RefObject<HTMLDivElement | null>
  readonly day: IsoDate | undefined
  readonly onTake: (day: IsoDate) => void
  readonly onClosed: () => void
  /** The field; it passes its keys on. */
  readonly children: (openByKey: (event: KeyboardEvent) => void) => ReactNode
}

/** A field with its button that opens the calendar; Alt+Down opens it too. */
function WithCalendar({ anchor, day, onTake, onClosed, children, ...rules }: WithCalendarProps) {
  const [open, setOpen] = useState(false)
  const sheet = useRef<HTMLDivElement>(null)
  function openByKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' || !event.altKey) return
    event.preventDefault()
    setOpen(true)
  }
  return (
    <Popover.Root open={open} onOpenChange={setOpen} modal>
      <Popover.Anchor virtualRef={anchor as RefObject<HTMLDivElement>} />
      <span className={`${fields['box']} ${styles['box']}`}>
        {children(openByKey)}
        <Popover.Trigger asChild>
          <button type="button" className={styles['open']} aria-label={words('day.calendar')}>
            <CalendarDays size={14} strokeWidth={1.75} aria-hidden />
          </button>
        </Popover.Trigger>
      </span>
      <Popover.Portal>
        <Popover.Content
          ref={sheet}
          className={styles['sheet']}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={words('day.choose')}
          onOpenAutoFocus={event => {
            event.preventDefault()
            sheet.current?.querySelector<HTMLElement>('[data-day][tabindex="0"]')?.focus()
          }}
          onCloseAutoFocus={event => {
            event.preventDefault()
            onClosed()
          }}
        >
          <DayCalendar
            {...rules}
            day={day ?? rules.last ?? rules.today}
            onTake={taken => {
              setOpen(false)
              onTake(taken)
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** Puts the focus into the first field whose day is refused. */
export function focusRefusedDay(): void {
  document.querySelector<HTMLElement>('[data-refused-day]')?.focus()
}
