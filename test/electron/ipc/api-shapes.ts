import { z } from 'zod'

// The fields that scripts read, by name and type. They are kept from version to version: fields are
// added here, never removed.
const amount = z.int()
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const text = z.string().min(1)
const fees = z.strictObject({ client: amount, freelancer: amount, contract: amount })
const part = z.strictObject({ milestoneId: text.nullable(), amount })
const stage = z.enum([
  'ended',
  'ending',
  'in-dispute',
  'refund-asked',
  'to-review',
  'funded',
  'partly-paid',
  'not-funded',
])
const status = z.enum(['open', 'ending', 'ended'])
const side = z.enum(['client', 'freelancer'])
const command = z.looseObject({ type: text })
const policy = z.strictObject({
  funding: z.enum(['one', 'many']),
  minimum: amount,
  reviewDays: z.int(),
  refundDays: z.int(),
  disputeDays: z.int(),
  availableDays: z.int(),
  refundOnlyAtEnd: z.boolean(),
  clientFeeBp: z.int(),
  clientFeePlus: amount,
  clientFeeLeast: amount,
  clientFeeMost: amount.nullable(),
  clientFeeUnder: amount,
  clientFeeUnderPlus: amount,
  clientFeeOn: z.enum(['each', 'total']),
  freelancerFeeBp: z.int(),
  freelancerFeePlus: amount,
  freelancerFeeLeast: amount,
  freelancerFeeMost: amount.nullable(),
  freelancerFeeUnder: amount,
  freelancerFeeUnderPlus: amount,
  freelancerFeeOn: z.enum(['each', 'total']),
  contractFee: amount,
  feesRefundable: z.boolean(),
})
const bar = z.strictObject({
  total: amount,
  segments: z.array(
    z.strictObject({
      kind: z.enum(['paid', 'held', 'reserved', 'unallocated', 'refunded', 'to-fund']),
      amount,
      milestoneId: text.optional(),
    }),
  ),
})
const pending = z.strictObject({
  amount,
  milestoneId: text.optional(),
  reserved: z.array(part),
  on: day,
  deadline: day.nullable(),
  reason: text.optional(),
})
const deadline = z.strictObject({
  contractId: text,
  kind: z.enum(['review', 'refund', 'dispute', 'available', 'due']),
  milestoneId: text.optional(),
  on: day,
  overdue: z.boolean(),
  amount,
  offers: command.nullable(),
})
const next = z.strictObject({
  type: text,
  label: text,
  milestoneId: text.optional(),
  min: amount.optional(),
  max: amount.optional(),
  default: amount.optional(),
  deposit: amount.optional(),
  carried: amount.optional(),
  refundRemainder: z.literal(true).optional(),
  note: text.optional(),
})
const contract = z.strictObject({
  id: text,
  title: text,
  client: text,
  freelancer: text,
  side,
  account: text.nullable(),
  currency: text,
  decimals: z.int(),
  budget: amount.nullable(),
  status,
  stage,
  archived: z.boolean(),
  policy,
  escrow: amount,
  unallocated: amount,
  deposited: amount,
  released: amount,
  refunded: amount,
  bonuses: amount,
  returned: amount,
  fees,
  milestones: z.array(
    z.strictObject({
      id: text,
      title: text,
      amount,
      due: day.nullable(),
      status: z.enum(['planned', 'funded', 'submitted', 'partly-paid', 'paid', 'refunded', 'cancelled']),
      funded: amount,
      released: amount,
      refunded: amount,
      carried: amount,
      held: amount,
      reserved: amount,
    }),
  ),
  pending: z.strictObject({ refund: pending.optional(), dispute: pending.optional() }),
  deadlines: z.array(deadline),
  usualDay: day,
  next: z.array(next),
  blocked: z.array(z.strictObject({ type: text, milestoneId: text.optional(), code: text, message: text })),
  bar,
})
const acceptedFields = {
  entry: z.int().nullable(),
  warnings: z.array(z.strictObject({ code: z.enum(['closes-milestone', 'over-budget']), message: text })),
  contract,
}
const posting = z.strictObject({
  account: z.enum([
    'client',
    'freelancer',
    'escrow:milestone',
    'escrow:unallocated',
    'fees:client',
    'fees:freelancer',
    'fees:contract',
  ]),
  milestoneId: text.optional(),
  currency: text,
  amount,
})
const row = z.strictObject({
  entry: z.int(),
  contractId: text,
  type: text,
  on: day,
  at: z.iso.datetime(),
  reference: z.string().nullable(),
  note: z.string().nullable(),
  reverses: z.int().optional(),
  reversedBy: z.int().optional(),
  corrects: z.int().optional(),
  escrow: amount,
  postings: z.array(posting),
})
const names = z.strictObject({
  title: text,
  client: text,
  freelancer: text,
  side,
  currency: text,
  decimals: z.int(),
})
const ledgerRow = row.extend({
  label: text,
  contract: names,
  postings: z.array(posting.extend({ milestone: text.optional() })),
})
const timelineRow = row.extend({
  label: text,
  transaction: z.int(),
  milestoneId: text.optional(),
  gross: amount,
  fee: amount,
  net: amount,
  change: amount,
  undoable: z.literal(true).optional(),
  again: command.optional(),
})
const asItIs = {
  entry: z.int(),
  label: text,
  was: z.strictObject({
    on: day,
    gross: amount,
    fee: amount,
    net: amount,
    change: amount,
    amount: amount.nullable(),
    carried: amount,
  }),
}
const figures = { gross: amount, fees: amount, net: amount, returned: amount, refunded: amount }

const adds: Readonly<Record<string, z.ZodRawShape>> = {
  'open-contract': { contractId: text },
  'add-milestone': { milestoneId: text },
  'fund-milestone': { deposit: amount, carried: amount },
  release: { remainder: amount },
  reverse: { reversed: z.int(), again: command },
  correct: { reversed: z.int(), recorded: z.int() },
}

/** The value of an accepted command of a type. */
export function acceptedShape(type: string): z.ZodType {
  if (type === 'rename-party' || type === 'remove-contract' || type === 'close-books')
    return z.strictObject({
      entry: type === 'remove-contract' ? z.int() : z.null(),
      warnings: acceptedFields.warnings,
      contractIds: z.array(text),
    })
  if (type === 'take-back-import')
    return z.strictObject({
      entry: z.null(),
      warnings: acceptedFields.warnings,
      contractIds: z.array(text),
      reversed: z.int(),
      recorded: z.int(),
    })
  return z.strictObject({ ...acceptedFields, entry: type === 'annotate' ? z.null() : z.int(), ...adds[type] })
}

/** The error of every refused call. */
export const refusedShape = z.strictObject({
  code: text,
  message: text,
  hint: text,
  field: text.optional(),
  entry: z.int().optional(),
  reason: text.optional(),
})

/** The answers to the queries about contracts and entries. */
export const QUERY_SHAPES: Readonly<Record<string, z.ZodType>> = {
  contracts: z.strictObject({
    total: z.int(),
    rows: z.array(
      z.strictObject({
        id: text,
        title: text,
        client: text,
        freelancer: text,
        currency: text,
        decimals: z.int(),
        status,
        stage,
        archived: z.boolean(),
        escrow: amount,
        released: amount,
        bar,
        nextDeadline: deadline.pick({ kind: true, on: true, overdue: true, amount: true }).nullable(),
      }),
    ),
  }),
  contract: z.strictObject({ contract, total: z.int(), timeline: z.array(timelineRow) }),
  summary: z.array(
    z.strictObject({
      currency: text,
      decimals: z.int(),
      contracts: z.int(),
      open: z.int(),
      sides: z.strictObject({ client: z.int(), freelancer: z.int() }),
      escrow: amount,
      held: amount,
      unallocated: amount,
      reserved: amount,
      deposited: amount,
      released: amount,
      refunded: amount,
      bonuses: amount,
      returned: amount,
      fees,
      bar,
    }),
  ),
  ledger: z.strictObject({
    total: z.int(),
    opening: z.array(z.strictObject({ currency: text, decimals: z.int(), escrow: amount })),
    rows: z.array(ledgerRow),
  }),
  undoable: ledgerRow.nullable(),
  correctable: z.strictObject({
    ...asItIs,
    contractId: text,
    command,
    fields: z.array(text),
    before: contract,
    later: z.array(z.strictObject(asItIs)),
  }),
  'escrow-history': z.strictObject({ currency: text, points: z.array(z.strictObject({ on: day, escrow: amount })) }),
  deadlines: z.array(deadline.extend({ label: text, contract: names, milestone: text.optional() })),
  report: z.strictObject({
    currency: text,
    rows: z.array(z.strictObject({ key: text, label: text, ...figures })),
    totals: z.strictObject(figures),
  }),
  plan: z.strictObject({
    ways: z.array(
      z.strictObject({
        id: text,
        possible: z.boolean(),
        reason: text.optional(),
        deposits: z.int(),
        peak: amount,
        steps: z.array(
          z.strictObject({
            command,
            label: text,
            deposit: amount,
            carried: amount,
            released: amount,
            fees: amount,
            escrow: amount,
            cash: amount,
            atRisk: amount,
            bar,
          }),
        ),
      }),
    ),
  }),
  parties: z.array(z.strictObject({ name: text, client: z.int(), freelancer: z.int(), open: z.int() })),
}
