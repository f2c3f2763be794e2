import { Command } from 'cmdk'
import { ChevronDown } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useEffect, useState } from 'react'
import type { ContractRow } from '../../../shared/queries.ts'
import { bridge } from '../../state/bridge.ts'
import { chooseCurrency } from '../../state/currency.ts'
import { words } from '../../words/say.tsx'
import styles from './contract-pick.module.css'
import { chooseLedger, type LedgerChoice } from './ledger-choice.ts'

const FOUND = 8

/** One contract or all: a menu that finds the contract as one types, since there may be thousands. */
export function ContractPick({ contract }: { contract: LedgerChoice['contract'] }) {
  const [open, setOpen] = useState(false)
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className={styles['pick']}>
        {words('ledger.contract')} <b>{contract?.title ?? words('ledger.all')}</b>
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className={styles['menu']} align="start" sideOffset={4} collisionPadding={8} aria-label={words('ledger.contract')}>
          <Found
            onChosen={row => {
              setOpen(false)
              // The ledger is read in one currency at a time: a contract brings its own.
              if (row !== null) chooseCurrency(row.currency)
              chooseLedger({ contract: row === null ? null : { id: row.id, title: row.title } })
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Found({ onChosen }: { onChosen: (row: ContractRow | null) => void }) {
  const [search, setSearch] = useState('')
  const rows = useFound(search)
  return (
    <Command shouldFilter={false} loop label={words('ledger.find')}>
      <Command.Input
        className={styles['search']}
        value={search}
        onValueChange={setSearch}
        aria-label={words('ledger.find')}
        placeholder={words('ledger.find')}
      />
      <Command.List className={styles['list']} label={words('ledger.contract')}>
        {search === '' ? (
          <Command.Item className={styles['item']} value="all" onSelect={() => onChosen(null)}>
            {words('ledger.all-contracts')}
          </Command.Item>
        ) : null}
        {rows?.map(row => (
          <Command.Item key={row.id} className={styles['item']} value={row.id} onSelect={() => onChosen(row)}>
            <span className={styles['title']}>{row.title}</span>
            <span className={styles['about']}>{words('list.pays', { client: row.client, freelancer: row.freelancer })}</span>
          </Command.Item>
        ))}
        {rows?.length === 0 ? <p className={styles['none']}>{words('ledger.no-contract')}</p> : null}
      </Command.List>
    </Command>
  )
}

/** The contracts that fit, the current ones first and then those that were put away. */
function useFound(search: string): readonly ContractRow[] | null {
  const [rows, setRows] = useState<readonly ContractRow[] | null>(null)
  useEffect(() => {
    let current = true
    const asked = search.trim() === '' ? { sort: { by: 'recent', descending: true } as const } : { search }
    void Promise.all([
      bridge.query({ type: 'contracts', ...asked, limit: FOUND }),
      bridge.query({ type: 'contracts', ...asked, archived: true, limit: FOUND }),
    ]).then(answers => {
      if (current) setRows(answers.flatMap(answer => (answer.ok ? answer.value.rows : [])).slice(0, FOUND))
    })
    return () => {
      current = false
    }
  }, [search])
  return rows
}
