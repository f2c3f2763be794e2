/** The texts of saving a year for an accountant: the dialog, the list of files, refusals. */
export const YEAR = {
  'refusal.bad-input.empty-year': 'No money moved in {year}.',
  'hint.bad-input.empty-year': 'Choose a year from {first} to {last}.',
  'refusal.bad-input.no-year': 'No money has moved in this book yet.',
  'hint.bad-input.no-year': 'A year can be saved once something was paid in or out.',
  'refusal.write-failed.folder-exists': '{path} already exists.',
  'hint.write-failed.folder-exists': 'Choose another name, or remove it first.',
  'refusal.write-failed.year-changed': 'Something was recorded while the year was being saved, so none of it was kept.',
  'hint.write-failed.year-changed': 'Save it again.',
  'refusal.book-read-only.year': 'This book is damaged, so a year of it might not be whole.',
  'hint.book-read-only.year': 'Restore a backup first: Settings says which.',
  'refusal.book-read-only.newer-year':
    'This book has lines that this version of Escrowbook does not know, so a year of it might not be whole.',
  'hint.book-read-only.newer-year': 'Update the app first.',

  'field.year': 'the year',
  'field.statements': 'the choice of statements',

  'action.save-year': 'Save a year for the accountant…',
  'action.save-year-keywords': 'tax annual report folder PDF export',
  'toast.year-saved': 'The year {year} is saved in {path}: {files, plural, one {# file} other {# files}}.',
  'toast.year-not-kept':
    'The year {year} is saved in {path}: {files, plural, one {# file} other {# files}}. But the book did not keep their fingerprints. {why}',
  'year.save': 'Save the year as a folder',

  'year-dialog.title': 'Save a year',
  'year-dialog.subtitle': 'One folder for an accountant, with a list of what is in it. The book stays as it is.',
  'year-dialog.year': 'Year',
  'year-dialog.statements': 'Statements',
  'year-dialog.statements-of':
    '{of, select, contract {A PDF for each contract} client {A PDF for each client} none {None, which is much faster} other {}}',
  'year-dialog.empty': 'No money has moved in this book yet. A year can be saved once something was paid in or out.',
  'year-dialog.tell':
    'Reports in {currencies}, the ledger with {entries, plural, one {# entry} other {# entries}}, what was in escrow, {statements, plural, =0 {} one {# statement as PDF, } other {# statements as PDF, }}and the year for hledger, beancount and scripts.',
  'year-dialog.not-over': 'The year is not over: what is still to come will not be in it.',
  'year-dialog.foot': 'You choose where to save it next.',
  'year-dialog.busy': '{percent, number} % written',
  'year-dialog.confirm': 'Save folder…',
  'year-dialog.reports': 'Save {year}…',

  'year.file.report':
    'What was paid and received in {currency} by {by, select, month {month} client {client} freelancer {freelancer} contract {contract} other {}}',
  'year.file.escrow':
    'What each contract had in escrow before the year, what came in and went out, and what was left after it',
  'year.file.ledger': 'Every entry of the year, those undone included, in the order they were recorded',
  'year.file.contract': 'Statement: {title}, {client} and {freelancer}',
  'year.file.client': 'Statement: {client}, {contracts, plural, one {one contract} other {# contracts}}',
  'year.file.export':
    '{format, select, hledger {The year for hledger and ledger} beancount {The year for beancount} json {The year for scripts} other {}}',

  'year.readme.title': 'The year {year} of the book {book}',
  'year.readme.made':
    'Made by Escrowbook on {on} from a book of {entries, plural, one {# entry} other {# entries}}. The year {year} has {inYear, number} of them; money moved on {contracts, plural, one {one contract} other {# contracts}}.',
  'year.readme.not-over': 'The year was not over then: what happened after {on} is not in here.',
  'year.readme.sums':
    'What was paid and received. Net is gross plus fees for whoever pays, gross less fees for whoever is paid.',
  'year.readme.sum':
    '{currency}, {side, select, freelancer {as freelancer} client {as client} other {}}: gross {gross}, fees {fees}, net {net}, returned {returned}, refunded {refunded}',
  'year.readme.escrow': 'In escrow:',
  'year.readme.balance': '{currency}: {opening} before the year, {closing} after it',
  'year.readme.files': 'Files:',
  'year.readme.check':
    'SHA256SUMS has the hash of each of these files (sha256sum --check SHA256SUMS).\nEntry {entries, number} was the last in the book when they were made. The fingerprint of its history was\n  {hash}\nIn Escrowbook, “Check a statement” says whether the book still agrees with it.',
} as const
