/** The texts of the ways to pay for a plan and of their steps (query `plan`). */
export const FUNDING_OPTIONS = {
  'way.title': 'Plan',
  'way.client': 'Client',
  'way.freelancer': 'Freelancer',
  'way.milestone': 'Milestone {number}',
  'way.step.open': 'Open the contract',
  'way.step.fund': 'Fund {milestone}',
  'way.step.pay': 'Pay {milestone} {amount}',
  'way.step.end': 'End the contract',
  'way.step.refund': 'Get what is left refunded',
  'way.reason.many':
    'Under these rules milestones are funded side by side, and each keeps what it holds. Nothing is carried over, so each one needs its own deposit.',
  'way.reason.single': 'There is only one milestone. Plan at least two to carry anything over.',
  'way.reason.too-little': '{amount} does not cover the first milestone of {first}. Start with at least {first}.',
} as const
