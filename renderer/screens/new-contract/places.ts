import type { OpeningAttribute } from '../../../shared/contract/attributes.ts'

/** A part of the form of a new contract, where refusals of its fields are shown. */
export type Place = 'question' | 'plan' | 'rules' | 'foot'

/**
 * The place of each attribute. A refusal of the side, which is in the head, is shown in the foot.
 */
const PLACES = {
  title: 'question',
  client: 'question',
  freelancer: 'question',
  currency: 'question',
  budget: 'question',
  policy: 'rules',
  side: 'foot',
} as const satisfies Record<OpeningAttribute, Place>

/** An attribute with a slot in the sentence. */
export type Slot = { [N in OpeningAttribute]: (typeof PLACES)[N] extends 'question' ? N : never }[OpeningAttribute]

/** The place of a field (`title`, `milestones.0.amount`). */
export function placeOf(field: string | undefined): Place {
  const [name = ''] = field?.split('.') ?? []
  if (name === 'milestones') return 'plan'
  return Object.hasOwn(PLACES, name) ? PLACES[name as OpeningAttribute] : 'foot'
}
