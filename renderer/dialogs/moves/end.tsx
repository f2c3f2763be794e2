import { Tick } from '../../controls/tick.tsx'
import styles from '../../form/fields.module.css'
import { typedDetails, useMove } from '../../form/use-move.ts'
import { Say, words } from '../../words/say.tsx'
import { type DialogProps, detailsOf, filledWith } from './filled.ts'
import { MoveDialog } from './move-dialog.tsx'

/** End a contract: who ends it, and what becomes of the money that is still in escrow. */
export function EndDialog({ request, contract }: DialogProps) {
  const { id, decimals, escrow, client, freelancer, title } = contract
  const filled = filledWith(request, 'end-contract')
  const move = useMove({
    defaults: { ...detailsOf(filled), by: filled?.by ?? 'client', refundRemainder: filled?.refundRemainder ?? true },
    build: values => ({
      command: {
        type: 'end-contract',
        contractId: id,
        by: values.by === 'freelancer' ? 'freelancer' : 'client',
        ...(escrow > 0 ? { refundRemainder: values.refundRemainder } : {}),
        ...typedDetails(values),
      },
    }),
  })
  const { form, value } = move
  const after = value?.contract
  const cancelled = after === undefined ? 0 : after.milestones.filter(each => each.status === 'cancelled').length
  return (
    <MoveDialog
      move={move}
      title={words('end.title')}
      subtitle={words('end.subtitle', { contract: title })}
      confirm={words('end.title')}
      tell={
        after === undefined ? null : (
          <Say
            text="end.tell"
            decimals={decimals}
            params={{
              status: after.status,
              amount: { money: after.pending.refund?.amount ?? escrow },
              hasMoney: escrow > 0 ? 'yes' : 'no',
              client,
              freelancer,
              days: contract.policy.refundDays,
              count: cancelled,
            }}
          />
        )
      }
    >
      {escrow > 0 ? (
        <>
          <Tick className={styles['tick']} {...form.register('refundRemainder')}>
            <Say text="end.refund" params={{ amount: { money: escrow }, client }} decimals={decimals} />
          </Tick>
          <fieldset className={styles['choices']} aria-label={words('end.by')}>
            <label className={styles['choice']}>
              <input type="radio" value="client" {...form.register('by')} />
              <span>
                <Say text="end.by-client" params={{ client, freelancer }} />
              </span>
            </label>
            <label className={styles['choice']}>
              <input type="radio" value="freelancer" {...form.register('by')} />
              <span>
                <Say text="end.by-freelancer" params={{ freelancer }} />
              </span>
            </label>
          </fieldset>
        </>
      ) : null}
    </MoveDialog>
  )
}
