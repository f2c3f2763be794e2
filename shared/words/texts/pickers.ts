/** The texts of pickers that several screens share: a currency, a contract, a period, a day. */
export const PICKERS = {
  'reading.currency': 'Currency',

  'find-contract.find': 'Find a contract',
  'find-contract.contracts': 'Contracts',
  'find-contract.all': 'All contracts',
  'find-contract.none': 'No matches.',

  'period.label': 'Period',
  'period.name':
    '{name, select, ever {From the beginning} this_month {This month} last_month {Last month} this_quarter {This quarter} this_year {This year} last_year {Last year} chosen {Other days…} other {}}',
  'day.says': '<b>{day}</b>, {when}',
  'day.calendar': 'Open the calendar',
  'day.choose': 'Choose a day',
  'day.month-before': 'Month before',
  'day.month-after': 'Month after',
  'day.today': 'Today, {date}',
  'day.yesterday': 'Yesterday',
  'day.unreadable': 'This is not a day. Type it like {example}, 4 Jul or yesterday.',
  'day.unfinished': 'This day is not finished. Type it whole, such as {example}.',
  'day.no-such-month':
    'There is no month {number, number}. {order, select, month_first {The month comes first} day_first {The day comes first} year_first {The year comes first} other {}}, such as {example}.',
  'day.no-such-day': '{month} has {days, number} days. Type {example} or another day.',
  'day.other-weekday': '{day} is a {weekday}.',
  'day.two-ways': 'This can be {one} or {other}.',
  'day.too-early': 'Days before 1970 are not taken.',
  'day.after-last':
    '{day} is after {isToday, select, yes {today, } no {} other {}}{last}. What has not happened yet is not recorded.',
  'period.end': '{end, select, from {First day} to {Last day} other {}}',
} as const
