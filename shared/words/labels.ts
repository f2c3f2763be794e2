/** What commands, entries, stages, statuses, deadlines and ways of funding are called: in `next`, timelines, lists, reports and plans. */
export const LABELS = {
  'next.fund-milestone': 'Fund {milestone}',
} as const
