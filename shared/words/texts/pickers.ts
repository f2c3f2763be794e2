/** The texts of pickers that several screens share: a currency, a contract, a period. */
export const PICKERS = {
  'reading.currency': 'Currency',

  'find-contract.find': 'Find a contract',
  'find-contract.contracts': 'Contracts',
  'find-contract.all': 'All contracts',
  'find-contract.none': 'No matches.',

  'period.label': 'Period',
  'period.name':
    '{name, select, ever {From the beginning to today} this_month {This month} last_month {Last month} this_quarter {This quarter} this_year {This year} last_year {Last year} chosen {Other days…} other {}}',
  'period.end': '{end, select, from {First day} to {Last day} other {}}',
} as const
