/** The texts around the pages of Help: the search field, the results, and states of pages. */
export const HELP_SCREEN = {
  'help.getting-started.keywords': 'help manual instructions explain how about',
  'help.glossary.keywords': 'help words terms meaning explain dictionary',
  'help.keyboard.keywords': 'help shortcuts keys hotkeys',
  'help.files.keywords': 'help folder journal backup data where',
  'help.licences.keywords': 'help license notices third party open source about',
  'help.find': 'Find in help',
  'help.found': '{count, plural, =0 {No matches.} one {# match} other {# matches}}',

  'help.files.folder': 'Folder of this book',
  'help.files.copy': 'Copy path',
  'help.files.copied': 'Copied.',

  'help.licences.reading': 'Reading the licences…',
  'help.licences.failed':
    'The licences could not be read here. The same texts are in THIRD-PARTY.txt, next to the program.',
  'help.licences.text': 'Licence of {name}',
} as const
