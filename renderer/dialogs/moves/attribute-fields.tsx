import { ChevronDown, Copy } from 'lucide-react'
import { type ComponentType, useId } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { EditableAttribute } from '../../../shared/contract/attributes.ts'
import type { ContractView } from '../../../shared/contract/contract.ts'
import { presetPolicy } from '../../../shared/contract/presets.ts'
import { duplicateAction } from '../../actions/moves.ts'
import { Button } from '../../controls/button.tsx'
import type { ContractText } from '../../form/contract-text.ts'
import styles from '../../form/fields.module.css'
import { PolicyFields } from '../../form/policy-fields.tsx'
import type { EntryDetails } from '../../form/use-move.ts'
import { closeDialog } from '../../state/dialogs.ts'
import { usePresets } from '../../state/presets.ts'
import { askToDiscard } from '../../state/unsaved.ts'
import { policyText, presetOf, typedPolicy } from '../../words/policy-text.ts'
import { words } from '../../words/say.tsx'

/** An attribute that the dialog edits. Archiving is an action of its own, as is the account. */
export type EditedAttribute = Exclude<EditableAttribute, 'account' | 'archived'>
/** The edited attributes as the form holds them. */
export type EditedText = Pick<ContractText, EditedAttribute>

/** The attributes that are names, which may not be empty. */
export const NAMES = ['title', 'client', 'freelancer'] as const

interface AttributeFieldsProps {
  readonly form: UseFormReturn<EntryDetails & EditedText>
  readonly contract: ContractView
  /** The field with a problem. */
  readonly wrong: string | undefined
}

const FIELDS: Readonly<Record<EditedAttribute, ComponentType<AttributeFieldsProps>>> = {
  title: props => <NameField name="title" {...props} />,
  client: props => <NameField name="client" {...props} />,
  freelancer: props => <NameField name="freelancer" {...props} />,
  budget: props => (
    <>
      <KeptCurrency {...props} />
      <BudgetField {...props} />
    </>
  ),
  side: SideField,
  policy: RulesFields,
}

/** The fields of a contract's attributes. */
export function AttributeFields(props: AttributeFieldsProps) {
  return Object.entries(FIELDS).map(([name, Field]) => <Field key={name} {...props} />)
}

function NameField({ form, wrong, name }: AttributeFieldsProps & { readonly name: (typeof NAMES)[number] }) {
  const id = useId()
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{words(`edit.name.${name}`)}</label>
      <input id={id} maxLength={200} aria-invalid={wrong === name} {...form.register(name)} />
    </div>
  )
}

/** The currency, which stays, and the way out if it is wrong. Asks before it drops changes. */
function KeptCurrency({ form, contract }: AttributeFieldsProps) {
  const { isDirty } = form.formState
  function duplicate(): void {
    closeDialog()
    duplicateAction(contract).perform()
  }
  return (
    <div className={styles['field']}>
      <span>{words('edit.currency')}</span>
      <span className={styles['kept']}>{contract.currency}</span>
      <div className={styles['why']}>
        <p>{words('edit.currency-kept', { currency: contract.currency })}</p>
        <Button
          small
          look="line"
          icon={Copy}
          onClick={() => (isDirty ? askToDiscard('changes', duplicate) : duplicate())}
        >
          {words('action.duplicate')}
        </Button>
      </div>
    </div>
  )
}

function BudgetField({ form, contract: { currency }, wrong }: AttributeFieldsProps) {
  const id = useId()
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{words('edit.budget', { currency })}</label>
      <input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        aria-invalid={wrong === 'budget'}
        {...form.register('budget')}
      />
    </div>
  )
}

function SideField({ form }: AttributeFieldsProps) {
  const id = useId()
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{words('edit.side')}</label>
      <select id={id} {...form.register('side')}>
        <option value="client">{words('side', { side: 'client' })}</option>
        <option value="freelancer">{words('side', { side: 'freelancer' })}</option>
      </select>
    </div>
  )
}

/** The choice of no preset. */
const OWN = ''

function RulesFields({ form, contract, wrong }: AttributeFieldsProps) {
  const id = useId()
  const { currency, decimals } = contract
  const presets = usePresets()
  const rules = typedPolicy(form.watch('policy'), contract)
  const preset = ('policy' in rules ? presetOf(rules.policy, decimals, presets)?.name : undefined) ?? OWN
  /** Fills in the rules of a preset; each of them can still be changed. */
  function takePreset(name: string): void {
    const taken = presets.find(each => each.name === name)
    if (taken !== undefined)
      form.setValue('policy', policyText(presetPolicy(taken, decimals), decimals), { shouldDirty: true })
  }
  return (
    <details className={styles['details']}>
      <summary>
        {words('edit.rules')}
        <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
      </summary>
      <div className={styles['field']}>
        <label htmlFor={id}>{words('rules.preset')}</label>
        <select id={id} value={preset} onChange={event => takePreset(event.target.value)}>
          {presets.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
          {preset === OWN ? <option value={OWN}>{words('rules.own')}</option> : null}
        </select>
      </div>
      <div className={styles['split']}>
        <PolicyFields form={form} currency={currency} wrong={wrong} />
      </div>
    </details>
  )
}
