import type { OpeningAttribute } from '../../../shared/contract/attributes.ts'

/** A part of the form of a new contract that shows refusals. */
export type Place = 'question' | 'plan' | 'rules' | 'foot'

/**
 * The place that shows the refusals of each attribute. The side is chosen in the head, but its
 * refusals are shown in the foot.
 */
const PLACES = {
  title: 'question',
  client: 'question',
  freelancer: 'question',
  currency: 'question',
  budget: 'question',
  policy: 'rules',
  side: 'foot',
  account: 'foot',
} as const satisfies Record<OpeningAttribute, Place>

/** An attribute that is filled in within the form's opening sentence. */
export type Slot = { [N in OpeningAttribute]: (typeof PLACES)[N] extends 'question' ? N : never }[OpeningAttribute]

/**
 * The place that shows the refusal of a field, given by its path (`title`, `milestones.0.amount`):
 * the foot if the field is unknown or undefined.
 */
export function placeOf(field: string | undefined): Place {
  const [name = ''] = field?.split('.') ?? []
  if (name === 'milestones') return 'plan'
  return Object.hasOwn(PLACES, name) ? PLACES[name as OpeningAttribute] : 'foot'
}
