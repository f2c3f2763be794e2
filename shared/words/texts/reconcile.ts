/** The texts of the screen Reconcile. */
export const RECONCILE = {
  'nav.reconcile': 'Reconcile',
  'action.choose-statement': 'Reconcile a statement…',
  'action.choose-statement-keywords': 'import csv upwork paypal bank match compare',
  'reconcile.empty':
    'Choose a statement from your platform or bank, and see which of its rows are in the book, which are not, and where amounts differ.',
  'reconcile.empty-about':
    'Upwork’s and PayPal’s reports, CAMT.053, OFX, QFX, MT940 and Escrowbook’s own CSV are recognised; for any other CSV or Excel file you say once which column is which. Nothing is recorded until you tick it.',
  'reconcile.choose': 'Choose a file',
  'reconcile.choose-file': 'Statement file',
  'reconcile.drop': 'or drop it here',
  'reconcile.another': 'Another file',
  'reconcile.columns': 'Columns',
  'reconcile.close': 'Close statement',
  'reconcile.reading': 'Reading {file}: {percent, number} %',
  'reconcile.stop': 'Stop',
  'reconcile.stopped': 'Reading {file} was stopped.',
  'reconcile.unread':
    '{reason, select, empty {{file} is empty. Download it again.} binary {{file} is not text. Choose the file that the platform or bank offers for download as CSV, Excel, CAMT.053, OFX or MT940.} too_large {{file} is too large. Choose a shorter period on the platform.} too_many_rows {{file} has more than 200,000 rows. Choose a shorter period on the platform.} damaged {{file} is damaged or was cut off. Download it again.} no_rows {{file} has no payments in it. Choose another period on the platform.} no_table {{file} has no sheet with a table that is shown. Open it, show the sheet with the payments, and save it again.} password {{file} is protected by a password. Open it, remove the password, and save it again.} pdf {{file} is a PDF. Download the statement as CSV, Excel, CAMT.053, OFX or MT940 instead.} xls {{file} is a spreadsheet of the old kind (.xls). Open it and save it as .xlsx or CSV, or download it as one of these.} xlsb {{file} is a binary spreadsheet (.xlsb). Open it and save it as .xlsx or CSV.} ods {{file} is an OpenDocument spreadsheet (.ods). Open it and save it as .xlsx or CSV.} numbers {{file} is a Numbers spreadsheet. Export it as CSV or Excel.} document {{file} is a document, not a statement. Download the statement as CSV, Excel, CAMT.053, OFX or MT940.} archive {{file} is an archive of several files. Unpack it, and choose the statement in it.} qif {{file} is a QIF file, which has neither currencies nor ids. Download the statement as OFX, QFX or CSV instead.} camt_052 {{file} is a CAMT.052 report of the day, which may still change. Download the statement, CAMT.053, instead.} camt_054 {{file} is a CAMT.054 notification, which is not the whole account. Download the statement, CAMT.053, instead.} other_xml {{file} is XML, but not a statement. Download the statement as CAMT.053, OFX or CSV.} mt942 {{file} is an MT942 report of the day, which may still change. Download the statement, MT940, instead.} ofx_investment {{file} is a statement of investments. Download the statement of the account that payments go through.} gone {{file} could not be read from the disk. Choose it again.} other {}}',
  'reconcile.about':
    '{file}, {format, select, upwork {Upwork transaction report} upwork_older {Upwork report, older format} upwork_earnings {Upwork earnings report} paypal {PayPal activity} payoneer {Payoneer transactions} wise {Wise} stripe {Stripe} revolut {Revolut} escrowbook {Escrowbook CSV} camt_053 {CAMT.053} ofx {OFX} mt940 {MT940} columns {by your columns} other {}}, {span}, {total, plural, one {# row} other {# rows}}{folded, select, yes {, combined into {moves, number}} other {}}',
  'reconcile.span': '{from} – {to}',
  'reconcile.answer':
    '{open, plural, =0 {The book has everything on this statement.} other {<b>{matched, plural, =0 {No row} one {# row} other {# rows}}</b> {matched, plural, =0 {is} one {is} other {are}} in the book already{unknown, plural, =0 {} one {, <b>#</b> is not} other {, <b>#</b> are not}}{proposed, plural, =0 {} one {, <b>#</b> may be} other {, <b>#</b> may be}}{differs, plural, =0 {} other {, in <b>#</b> amounts differ}}. Tick what should be recorded.}}{only, plural, =0 {{elsewhere, plural, =0 {} one { One entry of the book is for a contract that it does not mention.} other { # entries of the book are for contracts that it does not mention.}}} one { One entry of the book is not on the statement{elsewhere, plural, =0 {} other {, and # for contracts that it does not mention}}.} other { # entries of the book are not on the statement{elsewhere, plural, =0 {} other {, and # for contracts that it does not mention}}.}}',
  'reconcile.done':
    '{recorded, plural, =0 {} one {One entry was recorded, no. {first}.} other {# entries were recorded, no. {first} to {last}.}}{annotated, plural, =0 {} one { One entry got its id.} other { # entries got their ids.}} A backup was made before. To undo all of it, take the import back; to undo one entry, go to its contract.',
  'reconcile.to-backups': 'Backups',
  'reconcile.filter': 'Which rows',
  'reconcile.state':
    '{state, select, all {All} matched {In the book} proposed {Perhaps the same} differs {Amounts differ} new {Not in the book} ignored {Left out} bad {Cannot be read} book {Only in the book} other {}} {count, number}',
  'reconcile.mark':
    '{state, select, matched {In the book} proposed {Perhaps the same} differs {Amounts differ} new {Not in the book} ignored {Left out} bad {Cannot be read} book {Only in the book} other {}}',
  'reconcile.parts': 'and {parts}',
  'reconcile.part': 'line {line, number}: {amount}',
  'reconcile.part-full': 'Line {line, number}: {what}, {amount}',
  'reconcile.table': 'Rows of the statement next to entries of the book',
  'reconcile.line': 'Line',
  'reconcile.date': 'Date',
  'reconcile.statement': 'Statement',
  'reconcile.statement-rows': 'Statement, its contract rows',
  'reconcile.amount': 'Amount',
  'reconcile.match': 'State',
  'reconcile.book': 'In your book, and why',
  'reconcile.proof': 'Proved:',
  'reconcile.missing': 'Missing:',
  'reconcile.what-is-it': 'What is it',
  'reconcile.record': 'Record',
  'reconcile.tick': 'Record line {line, number}: {what}',
  'reconcile.tick-short': '{kind, select, annotate {Same payment} correct {Correct} record {Record} other {}}',
  'reconcile.edit': 'Choose',
  'reconcile.edit-label': 'Choose what line {line, number} is',
  'reconcile.edited': 'Your choice: {what}',
  'reconcile.show': 'Show',
  'reconcile.show-label': 'Show {what} on {contract}',
  'reconcile.none': 'No matching rows.',
  'reconcile.no-such-row': 'No such row',
  'reconcile.number': 'no. {entry, number}',
  'reconcile.elsewhere': 'not on this statement',
  'reconcile.balance': 'Balance over these days',
  'reconcile.balance-of':
    '{of, select, client {{sign, select, less {Charged} more {Paid back} other {}}} freelancer {Received} escrow {In escrow} other {}}, {currency}, {span}',
  'reconcile.now': 'Now',
  'reconcile.after': 'After',
  'reconcile.your-book': 'Your book',
  'reconcile.difference': 'Difference',
  'reconcile.why':
    '{why, select, none {Both agree.} rows {With what is ticked, both agree.} lists {The difference now: {lists}.} other {}}',
  'reconcile.why-list':
    '{list, select, new {{amount} not in the book} proposed {{amount} perhaps the same} differs {{amount} where amounts differ} onlyInBook {{amount} only in the book} rest {{amount} fees not on the statement} other {}}',
  'reconcile.foot': '{count, plural, =0 {Nothing is ticked.} other {A backup is made first.}}',
  'reconcile.apply': '{count, plural, =0 {Record nothing} one {Record one row} other {Record # rows}}',
  'reconcile.tick-all': 'Tick all',
  'reconcile.tick-sure': 'Tick what is sure',
  'reconcile.tick-none': 'Untick all',
  'reconcile.confirm-title': '{count, plural, one {Record one row of {file}?} other {Record # rows of {file}?}}',
  'reconcile.confirm-about':
    'All of them are recorded together, or none. Each gets its day and transaction id from the statement, so that importing the same file again changes nothing.',
  'reconcile.confirm-foot': 'A backup is made first.',
  'reconcile.confirm-undo': 'To undo it, take the import back, now or later, under Statements read.',
  'reconcile.confirm-stay': 'Not yet',
  'reconcile.confirm-act': '{count, plural, one {Record one row} other {Record # rows}}',
  'reconcile.recording': 'Recording…',

  'reconcile.map-title': 'Which column is which',
  'reconcile.map-asks':
    '{asks, select, encoding {This file does not say in which encoding its letters are. Choose the one that reads them right.} titles {It is not clear which line has the titles. Say which, or 0 if the file has none.} columns {The titles of this file are not known. Say once which column is which; files like it are then read the same way.} date_order {Its days can be read in two ways. Say which comes first.} decimal_mark {Its amounts can be read in two ways. Say how decimals are written.} currency {Say in which currency the amounts are.} direction {Its amounts have no sign. Say which words mean money out, or that no column says it.} status {Say which words mean that the money has moved, or that no column says it.} none {This is how the file is read. Change what is wrong.} other {}}',
  'reconcile.map-role':
    '{role, select, date {Day} amount {Amount, or what came in} amountOut {What was paid out, if separate} id {Transaction id} kind {Kind of payment} description {Description} name {Other party} fee {Fee} currency {Currency} direction {In or out, as a word} status {Whether it has happened} balance {Balance after it} localAmount {What arrived elsewhere} localCurrency {In which currency it arrived} other {}}',
  'reconcile.map-none': 'None',
  'reconcile.map-words':
    '{words, select, directionOut {Words that mean money out} statusDone {Words that mean it has happened} other {}}',
  'reconcile.map-order': 'Days are written',
  'reconcile.map-order-of':
    '{order, select, auto {As the file shows} day_month_year {Day, month, year} month_day_year {Month, day, year} year_month_day {Year, month, day} other {}}',
  'reconcile.map-mark': 'Decimals after',
  'reconcile.map-mark-of':
    '{mark, select, auto {As the file shows} point {a point: 1,234.50} comma {a comma: 1.234,50} other {}}',
  'reconcile.map-currency': 'All in',
  'reconcile.map-encoding': 'Letters read as',
  'reconcile.map-encoding-of': '{sample}, {encoding}',
  'reconcile.map-encoding-choose': 'Choose…',
  'reconcile.map-titles': 'Titles on line',
  'reconcile.map-preview': 'The first rows',
  'reconcile.map-read': 'Read as',
  'reconcile.map-use': 'Use these columns',
  'reconcile.map-keep': 'Kept for files with these titles.',

  'reconcile.edit-title': 'What is line {line, number}?',
  'reconcile.edit-contract': 'Contract',
  'reconcile.edit-kind': 'It is',
  'reconcile.edit-kind-of':
    '{kind, select, fund_milestone {Money paid in for} release {A payment for} bonus {A bonus} approve_refund {Money back out of escrow} return_payment {A payment given back} same {The same as} other {}}',
  'reconcile.edit-milestone': 'Milestone',
  'reconcile.edit-entry': 'Entry',
  'reconcile.edit-left': 'What is left over',
  'reconcile.edit-amount': 'Amount, {currency}',
  'reconcile.edit-on': 'On',
  'reconcile.edit-choose': 'Choose…',
  'reconcile.edit-use': 'Use this',
  'reconcile.edit-nothing': 'Nothing on the contract fits that.',
  'reconcile.edit-works':
    'It can be recorded this way.{also, select, request_refund { The refund is requested first.} end_contract { These rules refund only at the end, so the contract ends with it.} none {} other {}}',
  'reconcile.edit-refund':
    '{why, select, asked {{amount} is what was requested. Decline that first, or enter this amount.} end {Under these rules all that is in escrow, {amount}, goes back and the contract ends. Enter this amount, or change the rules first.} other {}}',
} as const
