import type { z } from 'zod'
import type { Parameter, Refusal, RuleCode } from '../../shared/contract/refusals.ts'

type Issue = z.core.$ZodIssue

const NAME_LIMIT = 60

/** 100% in basis points. */
const WHOLE = 10_000

/** The wording for a value of the wrong type, by the type the schema expects. */
const OF_ANOTHER_TYPE: Readonly<Partial<Record<string, string>>> = {
  string: 'not-text',
  int: 'not-whole',
  number: 'not-whole',
  boolean: 'not-truth',
  array: 'not-list',
  object: 'not-fields',
}

/** The priority of refusals if a message has several problems of shape. */
const ORDER: readonly RuleCode[] = ['bad-input', 'bad-amount', 'bad-date']

/**
 * The refusal of a message that does not have the shape of a command or query: `bad-amount` or
 * `bad-date` if the schema names it, else `bad-input`. `field` is the dotted path of the input
 * (`milestones.0.amount`), of an unknown field, or `type` if there is no such command.
 */
export function refusalOfIssues(error: z.ZodError, input: unknown): Refusal {
  const refusals = error.issues.map(issue => refusalOf(issue, input))
  const [first] = ORDER.flatMap(code => refusals.filter(refusal => refusal.code === code))
  return first ?? badInput('unknown-type', 'type')
}

function refusalOf(issue: Issue, input: unknown): Refusal {
  const field = issue.path.join('.')
  switch (issue.code) {
    case 'unrecognized_keys': {
      const name = shortened(issue.keys[0] ?? '')
      if (issue.keys.includes('currency') && valueAt(input, ['type']) === 'edit-contract')
        return badInput('kept-currency', 'currency')
      return badInput('unknown-field', [...issue.path, name].join('.'), { name })
    }
    case 'invalid_union':
      return badInput('unknown-type', field === '' ? 'type' : field)
    case 'too_big':
      return above(issue, field)
    case 'too_small':
      if (issue.origin === 'string') return badInput('empty', field)
      return badInput(issue.origin === 'array' ? 'too-few' : 'below', field, { limit: Number(issue.minimum) })
    case 'custom':
      return ofCustom(issue, field, input)
    default:
      // Not even an object, so the first missing field is its type.
      if (field === '') return badInput('unknown-type', 'type')
      if (valueAt(input, issue.path) === undefined) return badInput('missing', field)
      if (issue.code === 'invalid_value') return badInput('not-choice', field, { choices: issue.values.join(', ') })
      return badInput(issue.code === 'invalid_type' ? OF_ANOTHER_TYPE[issue.expected] : undefined, field)
  }
}

function above({ origin, maximum }: Extract<Issue, { code: 'too_big' }>, field: string): Refusal {
  const limit = Number(maximum)
  if (origin === 'string') return badInput('too-long', field, { limit })
  if (origin === 'array') return badInput('too-many', field, { limit })
  // People type shares in percent.
  return field.endsWith('Bp')
    ? badInput('above-share', field, { limit, share: limit / WHOLE })
    : badInput('above', field, { limit })
}

function ofCustom({ path, params }: Extract<Issue, { code: 'custom' }>, field: string, input: unknown): Refusal {
  const code: unknown = params?.['code']
  if (code === 'bad-amount' || code === 'bad-date') return { code, params: {}, field }
  const least: unknown = params?.['least']
  if (typeof least === 'number') return badInput('below-amount', field, { limit: least })
  return badInput(valueAt(input, path) === undefined ? 'missing' : 'not-amount', field)
}

/** Valid names are never this long; a longer one must not fill the screen or a script's log. */
function shortened(name: string): string {
  return name.length > NAME_LIMIT ? `${name.slice(0, NAME_LIMIT)}…` : name
}

function badInput(variant: string | undefined, field: string, params: Record<string, Parameter> = {}): Refusal {
  return { code: 'bad-input', params, ...(variant === undefined ? {} : { variant }), field }
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    input,
  )
}
