/**
 * The encodings that a file can have without saying so, by the names of the platform's decoder, and
 * `ibm850`, which it lacks.
 */
export const CHOSEN_ENCODINGS = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'iso-8859-15',
  'ibm850',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'gb18030',
  'big5',
] as const
/** See `CHOSEN_ENCODINGS`. */
export type ChosenEncoding = (typeof CHOSEN_ENCODINGS)[number]

/** The languages whose programs do not write Windows-1252. */
const BY_LANGUAGE: Readonly<Record<string, ChosenEncoding>> = {
  bg: 'windows-1251',
  bs: 'windows-1250',
  cs: 'windows-1250',
  el: 'windows-1253',
  hr: 'windows-1250',
  hu: 'windows-1250',
  ja: 'shift_jis',
  ko: 'euc-kr',
  mk: 'windows-1251',
  pl: 'windows-1250',
  ro: 'windows-1250',
  ru: 'windows-1251',
  sk: 'windows-1250',
  sl: 'windows-1250',
  sr: 'windows-1251',
  tr: 'windows-1254',
  uk: 'windows-1251',
  zh: 'gb18030',
}

const TRADITIONAL = /^zh-(?:Hant|TW|HK|MO)\b/i

/** Returns the code page that programs of a system in this language write, by its BCP 47 tag. */
export function systemEncoding(language: string): ChosenEncoding {
  if (TRADITIONAL.test(language)) return 'big5'
  const [first = ''] = language.toLowerCase().split(/[-_]/, 1)
  return Object.hasOwn(BY_LANGUAGE, first) ? (BY_LANGUAGE[first] ?? 'windows-1252') : 'windows-1252'
}
