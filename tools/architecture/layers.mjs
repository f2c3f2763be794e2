/**
 * A layer: a folder, its purpose, and the layers it may import besides itself.
 * @typedef {object} Layer
 * @property {string} folder
 * @property {string} holds
 * @property {readonly string[]} mayImport
 * @property {true} [needsElectron] the folder may import `electron`; every other folder of `main` runs in plain Node
 */

const SHARED_FACTS = [
  'shared/money',
  'shared/dates',
  'shared/contract',
  'shared/fields.ts',
  'shared/formats.ts',
  'shared/missing-case.ts',
]
const SHARED = [
  'shared/digits',
  ...SHARED_FACTS,
  'shared/account',
  'shared/reconcile',
  'shared/printed-statement',
  'shared/api',
  'shared/words',
  'shared/actions',
]
const READING = ['main/scheduling', 'main/escrow', 'main/account', 'main/book', 'main/answers', 'main/queries']
const OUTGOING = ['main/export', 'main/printed-statement', 'main/year', 'main/reconcile']
const CONTROLS = ['renderer/words', 'renderer/theme', 'renderer/controls', 'renderer/money-bar', 'renderer/charts']
const FORMS = [...CONTROLS, 'renderer/ask', 'renderer/state', 'renderer/form']

/**
 * The layers, lowest first. dependency-cruiser's rules are made from this list, and ARCHITECTURE.md
 * quotes it; a test holds both.
 * @type {readonly Layer[]}
 */
export const LAYERS = [
  { folder: 'shared/digits', holds: 'digits of every script, and characters that nobody sees', mayImport: [] },
  {
    folder: 'shared/money',
    holds: 'amounts in minor units, currencies, amounts as typed',
    mayImport: ['shared/digits'],
  },
  {
    folder: 'shared/dates',
    holds: 'calendar days, named periods, days as typed',
    mayImport: ['shared/digits'],
  },
  {
    folder: 'shared/fields.ts',
    holds: 'schemas of the fields that messages share',
    mayImport: ['shared/money', 'shared/dates'],
  },
  { folder: 'shared/formats.ts', holds: 'the ways to write numbers and days', mayImport: [] },
  { folder: 'shared/missing-case.ts', holds: 'the end of an exhaustive switch', mayImport: [] },
  {
    folder: 'shared/account',
    holds: 'commands and events of a platform’s account',
    mayImport: ['shared/money', 'shared/dates', 'shared/fields.ts'],
  },
  {
    folder: 'shared/contract',
    holds: 'commands, events, policies, presets, refusals, the facts of each move, the contract as answers show it',
    mayImport: ['shared/digits', 'shared/money', 'shared/dates', 'shared/account', 'shared/fields.ts'],
  },
  {
    folder: 'shared/reconcile',
    holds: 'statements as they come in: their files, fields, days and amounts as written',
    mayImport: ['shared/digits', ...SHARED_FACTS],
  },
  { folder: 'shared/printed-statement', holds: 'the content of a printed statement', mayImport: SHARED_FACTS },
  {
    folder: 'shared/api',
    holds: 'the messages between page and main process: queries, commands of the app, answers, the bridge',
    mayImport: [...SHARED_FACTS, 'shared/account', 'shared/reconcile', 'shared/printed-statement'],
  },
  { folder: 'shared/words', holds: 'every text a person reads', mayImport: SHARED_FACTS },
  {
    folder: 'shared/actions',
    holds: 'the actions of the app: label, shortcut, place in the menus',
    mayImport: [...SHARED_FACTS, 'shared/reconcile', 'shared/printed-statement', 'shared/api', 'shared/words'],
  },
  { folder: 'main/scheduling', holds: 'work in slices, and work in a queue', mayImport: [] },
  {
    folder: 'main/escrow',
    holds:
      'the engine: `decide`, `evolve`, `foldEntries`, and all that is folded from the same events. Pure: no clock, files or randomness',
    mayImport: [...SHARED_FACTS, 'shared/api'],
  },
  {
    folder: 'main/account',
    holds: 'the engine of a platform’s account: `decideAccount`, `accountEvolved`, inflows, stages, postings. Pure too',
    mayImport: ['main/escrow', 'shared/account', ...SHARED_FACTS],
  },
  {
    folder: 'main/book',
    holds: 'the store: folder and lock, journal, checkpoint, index, backups',
    mayImport: ['main/scheduling', 'main/escrow', 'main/account', 'shared/account', ...SHARED_FACTS, 'shared/api'],
  },
  {
    folder: 'main/answers',
    holds: 'the edge where codes become words and names',
    mayImport: ['main/escrow', 'main/book', ...SHARED],
  },
  {
    folder: 'main/queries',
    holds: 'the answers to queries, read off the book',
    mayImport: ['main/scheduling', 'main/escrow', 'main/account', 'main/book', 'main/answers', ...SHARED],
  },
  {
    folder: 'main/export',
    holds: 'what leaves the book: accounting texts, CSV, JSON, calendar; and restoring from it',
    mayImport: [...READING, ...SHARED],
  },
  {
    folder: 'main/printed-statement',
    holds: 'the content of a printed statement, and checking one',
    mayImport: [...READING, ...SHARED],
  },
  {
    folder: 'main/year',
    holds: 'a year of the book for an accountant, in one folder',
    mayImport: [...READING, 'main/export', 'main/printed-statement', ...SHARED],
  },
  {
    folder: 'main/reconcile',
    holds: 'statements that come in: reading them, matching them with the book, recording their rows',
    mayImport: [...READING, 'main/export', ...SHARED],
  },
  { folder: 'main/sample', holds: 'the sample book', mayImport: ['main/book', ...SHARED] },
  {
    folder: 'main/command-line',
    holds: 'the commands of a terminal: options, what each command does, what it prints',
    mayImport: [...READING, ...OUTGOING, ...SHARED],
  },
  {
    folder: 'main/electron',
    holds: 'Electron’s part: window, security, IPC, commands of the app, the process without a window, reminders',
    mayImport: [...READING, ...OUTGOING, 'main/sample', 'main/command-line', ...SHARED],
    needsElectron: true,
  },
  { folder: 'renderer/words', holds: 'words, days and amounts for the page’s locale', mayImport: SHARED },
  { folder: 'renderer/shown', holds: 'how React makes elements: all text of the page passes here', mayImport: SHARED },
  { folder: 'renderer/theme', holds: 'design tokens and text styles', mayImport: SHARED },
  {
    folder: 'renderer/controls',
    holds: 'one of each control, with its styles',
    mayImport: ['renderer/words', 'renderer/theme', ...SHARED],
  },
  {
    folder: 'renderer/money-bar',
    holds: 'the money bar and the marks of stages',
    mayImport: ['renderer/words', 'renderer/theme', 'renderer/controls', ...SHARED],
  },
  { folder: 'renderer/charts', holds: 'scales of charts', mayImport: ['renderer/words', 'renderer/theme', ...SHARED] },
  { folder: 'renderer/ask', holds: 'the bridge, and hooks that ask it', mayImport: SHARED },
  {
    folder: 'renderer/state',
    holds: 'state that several screens share',
    mayImport: ['renderer/ask', 'renderer/words', 'renderer/theme', ...SHARED],
  },
  {
    folder: 'renderer/form',
    holds: 'form fields of the field’s own kinds, and recording from a form',
    mayImport: [...CONTROLS, 'renderer/ask', 'renderer/state', ...SHARED],
  },
  {
    folder: 'renderer/actions',
    holds: 'actions: one object for button, menu, palette and shortcut',
    mayImport: [...FORMS, ...SHARED],
  },
  {
    folder: 'renderer/empty-screen',
    holds: 'screens of an empty book, with an example',
    mayImport: [...FORMS, 'renderer/actions', ...SHARED],
  },
  { folder: 'renderer/dialogs', holds: 'the dialogs', mayImport: [...FORMS, 'renderer/actions', ...SHARED] },
  {
    folder: 'renderer/screens',
    holds: 'the screens, each with its own state',
    mayImport: [...FORMS, 'renderer/actions', 'renderer/empty-screen', 'renderer/dialogs', ...SHARED],
  },
  {
    folder: 'renderer/frame',
    holds: 'what stands around every screen: sidebar, palette, toast, banner',
    mayImport: [...FORMS, 'renderer/actions', ...SHARED],
  },
  {
    folder: 'renderer/printed-statement',
    holds: 'the page that is printed',
    mayImport: [...CONTROLS, 'renderer/ask', ...SHARED],
  },
]
