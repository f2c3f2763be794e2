/** The texts of what is shown outside the page: start-up problems and the native menu. */
export const SHELL = {
  'start.failed': 'The book in {folder} cannot be opened.',
  'start.again': 'Try again',
  'start.quit': 'Quit',

  'menu.file': 'File',
  'menu.edit': 'Edit',
  'menu.view': 'View',
  'menu.window': 'Window',
  'menu.help': 'Help',
  'menu.export': 'Export as',

  'reminder.title':
    '{kind, select, review {Automatic release {when}} refund {Automatic refund {when}} dispute {A dispute wants an answer {when}} other {Work is due {when}}}',
  'reminder.when': '{days, plural, =0 {today} =1 {tomorrow} other {in # days}}',
  'reminder.body': '{contract}: {amount} {currency}',
  'reminder.many': '{count, plural, one {# deadline} other {# deadlines}} in the next three days',
  'reminder.many-body': 'The first is of {contract}.',
} as const
