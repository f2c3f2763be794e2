import type { ContractView } from '../../../shared/contract/contract.ts'
import type { Policy } from '../../../shared/contract/policy.ts'
import {
  amountText,
  type Draft,
  type EntryDetails,
  missing,
  typedAmount,
  typedDetails,
  useMove,
} from '../../form/use-move.ts'
import { policyText, typedPolicy } from '../../words/policy-text.ts'
import { words } from '../../words/say.tsx'
import { AttributeFields, type EditedAttribute, type EditedText, NAMES } from './attribute-fields.tsx'
import { type DialogProps, detailsOf, filledWith } from './filled.ts'
import { MoveDialog } from './move-dialog.tsx'

interface Values extends EntryDetails, EditedText {}

/** Edits a contract: its names, its budget, its side, and its rules from now on. */
export function EditContractDialog({ request, contract }: DialogProps) {
  const move = useMove<Values>({
    usual: contract.usualDay,
    defaults: startOf(contract, filledWith(request, 'edit-contract')),
    build: values => draftOf(values, contract),
  })
  const { form, problem } = move
  return (
    <MoveDialog
      move={move}
      title={words('edit.title')}
      subtitle={words('edit.subtitle')}
      confirm={words('edit.save')}
      tell={null}
    >
      <AttributeFields
        form={form}
        contract={contract}
        wrong={problem === null || problem.quiet ? undefined : problem.field}
      />
    </MoveDialog>
  )
}

function startOf(contract: ContractView, filled: ReturnType<typeof filledWith<'edit-contract'>>): Values {
  const { decimals } = contract
  return {
    ...detailsOf(filled),
    title: filled?.title ?? contract.title,
    client: filled?.client ?? contract.client,
    freelancer: filled?.freelancer ?? contract.freelancer,
    side: filled?.side ?? contract.side,
    budget: amountText(filled?.budget === undefined ? contract.budget : filled.budget, decimals),
    policy: policyText({ ...contract.policy, ...(filled?.policy as Partial<Policy>) }, decimals),
  }
}

function draftOf(values: Values, contract: ContractView): Draft {
  const { id: contractId } = contract
  for (const name of NAMES) if (values[name].trim() === '') return missing(name, { key: 'edit.name-missing' })
  const rules = typedPolicy(values.policy, contract)
  if ('problem' in rules) return rules
  const budget = values.budget.trim() === '' ? { amount: null } : typedAmount(values.budget, contract, 'budget')
  if ('problem' in budget) return budget
  const side = values.side === 'freelancer' ? 'freelancer' : 'client'
  const changes = {
    title: values.title.trim() === contract.title ? undefined : values.title,
    client: values.client.trim() === contract.client ? undefined : values.client,
    freelancer: values.freelancer.trim() === contract.freelancer ? undefined : values.freelancer,
    side: side === contract.side ? undefined : side,
    budget: budget.amount === contract.budget ? undefined : budget.amount,
    policy: rules.policy,
  } as const satisfies Record<EditedAttribute, unknown>
  return { command: { type: 'edit-contract', contractId, ...changes, ...typedDetails(values) } }
}
