import { Command } from 'cmdk'
import { Popover } from 'radix-ui'
import { type ReactNode, useEffect, useState } from 'react'
import type { ContractRow } from '../../shared/api/contracts.ts'
import { bridge } from '../ask/bridge.ts'
import { useReading } from '../ask/use-reading.ts'
import menu from '../controls/menu.module.css'
import { words } from '../words/say.tsx'
import styles from './contract-choice.module.css'

const FOUND = 8
const ALL = 'all'

interface ContractChoiceProps {
  /** The class of the button that opens the menu. Its children are the button's content. */
  readonly className: string | undefined
  readonly id?: string
  readonly children: ReactNode
  /** Only contracts of this currency. */
  readonly currency?: string | null
  /** The label of the option for all contracts; without it, one must be chosen. */
  readonly all?: string
  readonly onChosen: (row: ContractRow | null) => void
}

/**
 * Chooses one contract, or all, from a menu that searches as the person types, since there may be
 * thousands.
 */
export function ContractChoice({ className, id, children, currency, all, onChosen }: ContractChoiceProps) {
  const [open, setOpen] = useState(false)
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger id={id} className={className}>
        {children}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={styles['menu']}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={words('find-contract.contracts')}
        >
          <Found
            currency={currency ?? null}
            all={all}
            onChosen={row => {
              setOpen(false)
              onChosen(row)
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Found({
  currency,
  all,
  onChosen,
}: {
  currency: string | null
  all: string | undefined
  onChosen: (row: ContractRow | null) => void
}) {
  const [search, setSearch] = useState('')
  const rows = useFound(search, currency)
  const [chosen, setChosen] = useState('')
  // Enter always chooses the first result, even if it arrives after the last key was pressed.
  useEffect(() => setChosen((search === '' && all !== undefined ? ALL : rows?.[0]?.id) ?? ''), [rows, search, all])
  return (
    <Command shouldFilter={false} loop label={words('find-contract.find')} value={chosen} onValueChange={setChosen}>
      <Command.Input
        className={styles['search']}
        value={search}
        onValueChange={setSearch}
        aria-label={words('find-contract.find')}
        placeholder={words('find-contract.find')}
      />
      <Command.List className={styles['list']} label={words('find-contract.contracts')}>
        {search === '' && all !== undefined ? (
          <Command.Item className={menu['item']} value={ALL} onSelect={() => onChosen(null)}>
            {all}
          </Command.Item>
        ) : null}
        {rows?.map(row => (
          <Command.Item key={row.id} className={menu['item']} value={row.id} onSelect={() => onChosen(row)}>
            <span className={menu['name']}>{row.title}</span>
            <span className={menu['about']}>
              {words('list.pays', { client: row.client, freelancer: row.freelancer })}
            </span>
          </Command.Item>
        ))}
        {rows?.length === 0 ? <p className={menu['nothing']}>{words('find-contract.none')}</p> : null}
      </Command.List>
    </Command>
  )
}

/** The matching contracts, current ones before archived ones. */
function useFound(search: string, currency: string | null): readonly ContractRow[] | null {
  const part = {
    ...(search.trim() === '' ? { sort: { by: 'recent', descending: true } as const } : { search }),
    ...(currency !== null && { currency }),
    limit: FOUND,
  }
  return useReading<readonly ContractRow[] | null>(JSON.stringify(part), null, async show => {
    const answers = await Promise.all([
      bridge.query({ type: 'contracts', ...part }),
      bridge.query({ type: 'contracts', ...part, archived: true }),
    ])
    show(answers.flatMap(answer => (answer.ok ? answer.value.rows : [])).slice(0, FOUND))
  })
}
