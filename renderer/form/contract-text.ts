import type { OpeningAttribute } from '../../shared/contract/attributes.ts'
import type { PolicyText } from '../words/policy-text.ts'

/** The attributes that a form asks for; the account is chosen where accounts are. */
export type AskedAttribute = Exclude<OpeningAttribute, 'account'>

/** The attributes of a contract as a form holds them. */
export interface ContractText extends Record<Exclude<AskedAttribute, 'policy'>, string> {
  policy: PolicyText
}
