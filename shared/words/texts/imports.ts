/** The texts of the screen Statements read, and of taking an import back. */
export const IMPORTS = {
  'imports.title': 'Statements read',
  'imports.another': 'Read another…',
  'imports.answer':
    '{total, plural, one {One statement was read.} other {# statements were read.}} {open, plural, =0 {No row of them waits for you.} one {<b>One row</b> still waits for you.} other {<b># rows</b> {of, plural, one {of one of them} other {of # of them}} still wait for you.}}',
  'imports.empty': 'No statement has been read yet.',
  'imports.empty-about':
    'Each file whose rows are recorded is listed here, and can be taken back in one step, as if it had never been read.',
  'imports.read': 'Read',
  'imports.file': 'File',
  'imports.days': 'Its days',
  'imports.recorded': 'Recorded',
  'imports.annotated': 'Given an id',
  'imports.left': 'Left out',
  'imports.open': 'Open',
  'imports.no-name': 'Name not noted',
  'imports.format':
    '{format, select, upwork {Upwork transaction report} upwork_older {Upwork report, older format} upwork_earnings {Upwork earnings report} paypal {PayPal activity} payoneer {Payoneer transactions} wise {Wise} stripe {Stripe} revolut {Revolut} escrowbook {Escrowbook CSV} camt_053 {CAMT.053} ofx {OFX} mt940 {MT940} columns {By your columns} other {}}',
  'imports.taken-back':
    'Taken back {when}{entries, plural, =0 {; none of its entries stood} one {: its one entry went} other {: its # entries went}}',
  'imports.is-taken-back': 'Taken back',
  'imports.span': '{from} – {to}',
  'imports.go-on': 'Go on',
  'imports.go-on-with': 'Go on with {file}: choose the file again',
  'imports.take-back': 'Take back…',
  'imports.take-back-of': 'Take back {file}, read {when}',
  'imports.kept':
    'Escrowbook keeps a file’s name and fingerprint, not its rows: a private account’s rent is not the book’s.',
  'imports.earlier': '{count, plural, one {# earlier one is not listed.} other {# earlier ones are not listed.}}',
  'imports.action': 'Take this import back',
  'imports.of-entry': 'Take back the import that recorded “{what}”',
  'take-back.subtitle': '{file}, read {when}',
  'take-back.lead':
    '{entries, plural, =0 {No entry goes.} one {<b>One entry</b> goes,} other {<b># entries</b> go,}}{entries, plural, =0 {} other {{rows, plural, one { as if its row had never been recorded.} other { as if its # rows had never been recorded.}}}} Everything recorded since stays.',
  'take-back.paid': '{side, select, client {Paid} freelancer {Received} other {}}, {currency}',
  'take-back.goes': 'Goes',
  'take-back.now': 'Now',
  'take-back.after': 'After',
  'take-back.all': 'All',
  'take-back.numbers': 'no. {numbers}',
  'take-back.nothing-goes': '–',
  'take-back.returned': 'No. {entry, number} comes back: {what}.',
  'take-back.changed': 'No. {entry, number}, {what}, becomes another amount or fee: {was} was moved, now {now}.',
  'take-back.anew':
    '{count, plural, one {One entry recorded since is recorded anew, with nothing changed.} other {# entries recorded since are recorded anew, with nothing changed.}}',
  'take-back.annotated':
    '{count, plural, one {The id is taken off no. {numbers}.} other {The ids are taken off no. {numbers}.}}',
  'take-back.note':
    'The lines stay in the journal, marked as taken back. Read the file again, and its rows are offered again.',
  'take-back.foot': 'A backup is made first.',
  'take-back.confirm': '{entries, plural, =0 {Take it back} one {Take 1 entry back} other {Take # entries back}}',
  'toast.imported':
    '{recorded, plural, =0 {Gave {annotated, plural, one {# entry its id} other {# entries their ids}}} one {Recorded <b># entry</b> from {file}} other {Recorded <b># entries</b> from {file}}}',
} as const
