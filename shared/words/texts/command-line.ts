/** The texts of the command line. Literal braces are quoted with apostrophes. */
export const COMMAND_LINE = {
  'terminal.version': 'Escrowbook {version}',
  'terminal.help': `Escrowbook is an offline ledger for freelance escrow.

Usage: escrowbook [options]             open the app
       escrowbook COMMAND [options]     do one thing without a window

  verify       check every line of the book, or a printed statement against it
  export       write the book for spreadsheets, hledger, beancount, calendars or scripts
  import       record the rows of a platform''s or bank''s statement, or restore a JSON export
  report       sum up what was paid and received
  statement    print a statement as PDF
  year         write a year into a folder, for an accountant
  correct      put an entry right, with all that follows from it
  close        close the books until a day, or reopen them
  help         explain a command: escrowbook help COMMAND

  --book DIR     the folder of the book; opening the app creates it if it is missing
  --version, -v  print the version
  --help, -h     print this, or the options of a command

The folder can also be named in ESCROWBOOK_DIR; --book takes precedence. Otherwise the book
is in the app''s data folder, which Settings shows. If it is already open, its window comes to
the front.

Results go to stdout and messages to stderr. With --json every answer, refusals included, is
one line of JSON on stdout. Exit codes: 0 done, 1 refused, 2 wrong usage, 3 the book is damaged.`,

  'terminal.help.verify': `Usage: escrowbook verify [--book DIR] [--statement FILE | --entries N --head HASH] [--json]

Checks every line of the book: that none was changed, lost or swapped. Exits with 0 if the
book is intact, with 3 if it is damaged. Only reads, even while the app has the book open.

Given the numbers at the foot of a printed statement, it says whether the book still holds
exactly that history, and exits with 1 if it does not. Given the PDF of one, or a file of a
saved year, it says whether the app printed it from this book, byte for byte, and whether what
it covers has changed since; it exits with 1 if it did not.

  --statement FILE  the PDF, as the app printed it, or a file of a saved year
  --entries N       the entry number at the foot of the statement
  --head HASH       the fingerprint there, or at least its first 16 digits
  --book DIR        the folder of the book
  --json            answer in JSON
  --help, -h        print this`,

  'terminal.help.export': `Usage: escrowbook export --format FORMAT [--book DIR] [options]

Writes the book, one contract or a period, to stdout or into a file. Only reads, even while
the app has the book open.

  --format, -f FORMAT  csv        a spreadsheet, one row per entry
                       hledger    hledger and ledger
                       beancount  beancount
                       json       scripts; of the whole book, import can restore it
                       ics        calendars: the deadlines
  --contract ID        only this contract, such as C0001
  --from DAY, --to DAY only these days, such as 2026-01-31, both included
  --output, -o FILE    write this file, completely or not at all
  --overwrite          replace the file if it exists
  --book DIR           the folder of the book
  --json               answer in JSON: the text, or with --output the path of the file
  --help, -h           print this`,

  'terminal.help.import': `Usage: escrowbook import FILE [--book DIR] [options]

Compares a statement of a platform or bank (CSV; - for stdin) with the book and records what
the book lacks: all of it or nothing, after a backup. The same file again changes nothing.
Refuses while another program, the app included, has the book open.

  --dry-run, -n        record nothing; say what each row is, what would be recorded, and why
                       (✓ what proves it, ? what is missing); works while the app has the
                       book open
  --tick WHICH         sure  only rows that are proved, with nothing missing (the default)
                       all   every row that could be recorded
                       none  only those of --lines
  --lines LIST         also record the rows on these lines of the file, such as 3,7-9
  --except LIST        do not record the rows on these lines
  --column NAME=TITLE  how to read an unknown file: NAME is date, amount, amountOut, id, kind,
                       description, name, fee, currency, direction, status, balance,
                       localAmount or localCurrency, TITLE the column''s title; also
                       directionOut=DR,Soll (the words of direction that mean money out),
                       statusDone=Completed (those of status that mean it has happened),
                       dateOrder=day-month-year (or month-day-year, year-month-day),
                       decimalMark=comma (or point), inCurrency=EUR, titles=24 (the line of the
                       titles, 0 for none), encoding=windows-1250. May be repeated. Columns
                       chosen in the app for files like this need not be named again.
  --book DIR           the folder of the book
  --json               answer in JSON
  --help, -h           print this

A JSON export of a whole book is restored as a new book in the folder that --book names, which
must not hold one yet.`,

  'terminal.help.report': `Usage: escrowbook report [--book DIR] [options]

Sums up what was paid and received, for each currency and for each side that you are on.
Only reads, even while the app has the book open.

  --by WHAT            month (the default), year, client, freelancer or contract
  --year YEAR          only this year
  --from DAY, --to DAY only these days, such as 2026-01-31, both included
  --currency CODE      only this currency
  --side SIDE          only the contracts on which you are the client, or the freelancer
  --csv                print CSV, for a spreadsheet
  --output, -o FILE    write this file, completely or not at all
  --overwrite          replace the file if it exists
  --book DIR           the folder of the book
  --json               answer in JSON; amounts are in minor units
  --help, -h           print this`,

  'terminal.help.statement': `Usage: escrowbook statement [--book DIR] [--contract ID | --client NAME] [options]

Prints a statement as PDF: of one contract, of all contracts of a client, or of the book. It
can be checked later with verify, by the numbers at its foot: only the app keeps fingerprints
of what it prints in the book. Only reads, even while the app has the book open.

  --contract ID        of this contract, such as C0001
  --client NAME        of all contracts of this client
  --from DAY, --to DAY only these days, such as 2026-01-31, both included
  --output, -o FILE    write this file, completely or not at all; otherwise to stdout
  --overwrite          replace the file if it exists
  --book DIR           the folder of the book
  --json               answer in JSON: the path of what was written
  --help, -h           print this`,

  'terminal.help.year': `Usage: escrowbook year YEAR [--book DIR] [options]

Writes a year of the book into one new folder, for an accountant: reports, the ledger, what was
in escrow, statements as PDF, and the year for hledger, beancount and scripts, with a README
that says what each is. All of it or nothing. Only reads, even while the app has the book open.

  --statements WHICH   contract  one for each contract on which money moved (the default)
                       client    one for each client
                       none      no PDF at all, which is much faster
  --output, -o FOLDER  the new folder; otherwise escrowbook-YEAR in the current one
  --book DIR           the folder of the book
  --json               answer in JSON: the path of what was written
  --help, -h           print this`,

  'terminal.help.correct': `Usage: escrowbook correct ENTRY [--book DIR] --set FIELD=VALUE … | --remove [options]

Puts an entry right that was recorded wrongly, even weeks ago: it and the entries after it on the
same contract are taken back and recorded again, all of them or none. Nothing is deleted.

  --set, -s FIELD=VALUE  amount, fee, release, refund (as 95.00), on (as 2026-01-31), milestoneId,
                         by, refundRemainder, reason, reference or note; may be given more than
                         once; an empty value clears the field
  --remove               leave the entry out
  --on DAY               the day of the correction; by default today, or the day of the contract's
                         last entry or of the first that is not closed, if that is later
  --dry-run, -n          print what would change; only reads
  --book DIR             the folder of the book
  --json                 answer in JSON
  --help, -h             print this`,

  'terminal.help.close': `Usage: escrowbook close DAY | none [--book DIR] [--json]

Closes the books until a day such as 2026-03-31: nothing dated on or before it is accepted any
more, and no entry of those days is undone or changed. A later or an earlier day replaces it;
none reopens the books.

  --book DIR     the folder of the book
  --json         answer in JSON
  --help, -h     print this`,

  'terminal.progress': '{percent, number} %',
  'terminal.refused': 'escrowbook: {message}',
  'terminal.saved': 'Written: {path}',
  'terminal.paper.not-kept':
    'The command line only reads, so the book keeps no fingerprint of this. Check it by the entry number and fingerprint in it.',
  'terminal.year.saved': 'Written: {path}, {files, plural, one {# file} other {# files}} of {year}.',

  'terminal.correct.done':
    'Corrected entry {entry, number}. {recorded, plural, =0 {No entry was recorded again.} one {One entry was recorded again.} other {# entries were recorded again.}}',
  'terminal.correct.figure':
    '{name, select, escrow {In escrow} unallocated {Unallocated} deposited {Deposited} released {Released} refunded {Refunded} bonuses {Bonuses} returned {Returned} other {}}: {was} → {now} {currency}',
  'terminal.correct.entry': 'Entry {entry, number}, {label}: {was} → {now}, {wasOn} → {on}',
  'terminal.correct.left-out': 'Entry {entry, number}, {label}: left out',
  'terminal.correct.same': '{same, plural, one {One entry stays the same.} other {# entries stay the same.}}',
  'terminal.correct.paper':
    '{kind, select, statement {The printed statement {name}, {from} to {to}, no longer agrees with the book.} year {The saved year {name} no longer agrees with the book.} other {}}',
  'terminal.close.done': 'The books are closed until {until}.',
  'terminal.close.reopened': 'The books are open.',

  'terminal.wrong.command': 'There is no command “{word}”.',
  'terminal.wrong.option': '{command} has no option {option}.',
  'terminal.wrong.no-value': '{option} takes no value.',
  'terminal.wrong.value': '{option} needs a value.',
  'terminal.wrong.twice': '{option} is given twice.',
  'terminal.wrong.operands': '{command} does not know what to do with “{operand}”.',
  'terminal.wrong.operand':
    '{command, select, import {Which file? Name it, or - for stdin.} year {Which year? Name it, such as 2026.} correct {Which entry? Name its number.} close {Until which day? Name it, such as 2026-03-31, or none.} other {}}',
  'terminal.no-screen': 'There is no screen to open a window on. The commands work without one: see escrowbook --help',
  'terminal.wrong.help': 'See {command}',

  'terminal.verify.one-way': 'Check a statement by its file or by the numbers at its foot, not by both.',
  'terminal.verify.sound':
    'The book in {folder} is intact: {entries, plural, one {# entry} other {# entries}}, every line as it was written.',
  'terminal.verify.head': 'Fingerprint of its history: {head}',
  'terminal.verify.damaged': 'The book in {folder} is damaged.',
  'terminal.verify.open':
    'It is open in another process{kind, select, known { ({pid} on {host})} unknown {} other {}}: what is recorded there from now on is not in this check.',

  'terminal.report.title': '{currency}, {side, select, freelancer {as freelancer} client {as client} other {}}',
  'terminal.statement.no-output': 'A terminal cannot show a PDF. Name a file: --output FILE',

  'terminal.import.input': 'The input',
  'terminal.import.no-file': '{file} could not be read ({reason}). Name a file that is there, or - for stdin.',
  'terminal.import.asks':
    '{asks, select, encoding {The file does not say in which encoding its letters are. Add --column encoding=NAME: {samples}.} titles {It is not clear which line has the titles. Add --column titles=LINE, or --column titles=0 if the file has none.} date_order {Its days could be read with the day or the month first. Add --column dateOrder=day-month-year or --column dateOrder=month-day-year.} decimal_mark {Its amounts could be read with a comma or a point before the decimals. Add --column decimalMark=comma or --column decimalMark=point.} currency {No column says the currency. Add --column inCurrency=USD, or whichever it is.} columns {Say which of its columns hold what: --column date=… --column amount=…} direction {Its amounts have no sign. Say which column has the direction and which of its words mean money out: --column direction=… --column directionOut=DR,Soll; if none does, --column directionOut=.} status {Say which words mean that the money has moved: --column status=… --column statusDone=Completed,Gebucht; if every row has, --column statusDone=.} other {}} Its columns are: {titles}.',
  'terminal.import.tick': 'Record',
  'terminal.import.why': 'Why',
  'terminal.import.evidence': '{proves, select, yes {✓} other {?}} {text}',
  'terminal.import.mark': '{ticked, select, yes {yes} other {–}}',
  'terminal.import.only-in-book': 'In the book but not on the statement:',
  'terminal.import.balance':
    'Over these days, in {currency}: {statement} on the statement, {book} in the book now, {after} after recording.',
  'terminal.import.done':
    '{nothing, select, yes {Nothing was recorded.} other {{recorded, plural, =0 {No new entry was recorded.} one {One entry was recorded, no. {first, number}.} other {# entries were recorded, no. {first, number} to {last, number}.}}{annotated, plural, =0 {} one { One entry got its id.} other { # entries got their ids.}}{reversed, plural, =0 {} one { One was corrected.} other { # were corrected.}} The backup made before is {backup}.}}',
  'terminal.import.left':
    '{count, plural, one {One row still needs a look, on line {lines}.} other {# rows still need a look, on lines {lines}.}} --dry-run shows what they are; --lines records them.',
  'terminal.restore.preview':
    'A whole book of {entries, plural, one {# entry} other {# entries}}, fingerprint {head}. It would be restored in {folder}.',
  'terminal.restore.done':
    'Restored the book in {folder}: {entries, plural, one {# entry} other {# entries}}, fingerprint {head}.',
} as const
