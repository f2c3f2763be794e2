import { useId } from 'react'
import type { PartyRow } from '../../../shared/api/contracts.ts'
import { isSameParty } from '../../../shared/contract/party-key.ts'
import { MoveDialog } from '../../dialogs/moves/move-dialog.tsx'
import styles from '../../form/fields.module.css'
import { type Draft, missing, NO_DETAILS, useMove } from '../../form/use-move.ts'
import { Say, words } from '../../words/say.tsx'

interface RenamePartyProps {
  readonly party: PartyRow
  readonly others: readonly PartyRow[]
  readonly onClose: () => void
}

const contractsOf = ({ client, freelancer }: PartyRow): number => client + freelancer

/**
 * Renames a party in all of its contracts. If another party has the new name, warns that the two
 * will be merged.
 */
export function RenamePartyDialog({ party, others, onClose }: RenamePartyProps) {
  const id = useId()
  const { name } = party
  const sameAs = (typed: string): PartyRow | undefined => others.find(each => isSameParty(each.name, typed))
  const move = useMove({
    defaults: { ...NO_DETAILS, to: name },
    done: onClose,
    build: ({ to }): Draft => {
      if (to.trim() === '') return missing('to', { key: 'rename.missing' })
      if (to.trim() === name) return missing('to', { key: 'rename.same' })
      return { command: { type: 'rename-party', from: name, to: sameAs(to)?.name ?? to } }
    },
  })
  const to = move.values.to.trim()
  const other = sameAs(to)
  const merges = other === undefined ? 'no' : 'yes'
  const params = {
    from: name,
    to: other?.name ?? to,
    contracts: contractsOf(party),
    theirs: other === undefined ? 0 : contractsOf(other),
    all: contractsOf(party) + (other === undefined ? 0 : contractsOf(other)),
  }
  const wrong = move.problem !== null && !move.problem.quiet
  return (
    <MoveDialog
      move={move}
      title={words('rename.title', { name })}
      subtitle={words('rename.subtitle', { contracts: params.contracts })}
      confirm={words('rename.confirm', { merges })}
      tell={<Say text={other === undefined ? 'rename.tell' : 'rename.merges'} params={params} />}
      foot={words('rename.foot', { merges })}
      onClose={onClose}
      hasDetails={false}
    >
      <div className={styles['field']}>
        <label htmlFor={id}>{words('rename.to')}</label>
        <input id={id} maxLength={200} autoComplete="off" aria-invalid={wrong} {...move.form.register('to')} />
      </div>
    </MoveDialog>
  )
}
