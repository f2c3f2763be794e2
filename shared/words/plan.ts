/** What the ways of paying for a plan and their steps are called (query `plan`). */
export const PLAN = {
  'plan.title': 'Plan',
  'plan.client': 'Client',
  'plan.freelancer': 'Freelancer',
  'plan.milestone': 'Milestone {number}',
  'plan.step.open': 'Open the contract',
  'plan.step.fund': 'Fund {milestone}',
  'plan.step.pay': 'Pay {milestone} {amount}',
  'plan.step.end': 'End the contract',
  'plan.step.refund': 'Get what is left refunded',
  'plan.reason.many':
    'Under these rules milestones are funded side by side, and each keeps what it holds. Nothing is carried on, so each one needs a deposit of its own.',
  'plan.reason.single': 'There is only one milestone. Plan at least two to carry anything on.',
  'plan.reason.too-little': '{amount} does not cover the first milestone of {first}. Start with at least {first}.',
} as const
