import type { OpeningAttribute } from '../../shared/contract/attributes.ts'
import type { PolicyText } from '../words/policy-text.ts'

/** The attributes of a contract as a form holds them. */
export interface ContractText extends Record<Exclude<OpeningAttribute, 'policy'>, string> {
  policy: PolicyText
}
