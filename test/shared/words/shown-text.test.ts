import { describe, expect, test } from 'vitest'
import { nameSchema } from '../../../shared/fields.ts'
import { say } from '../../../shared/words/say.ts'
import { isolatedText, shownText } from '../../../shared/words/shown-text.ts'

describe('a text that is shown', () => {
  test.each([
    ['work\u202epaid', 'work[RLO]paid', 'an override'],
    ['work\u202dpaid\u202c', 'work[LRO]paid[PDF]', 'an override, closed too'],
    ['a\u202bb', 'a[RLE]b', 'an embedding that is not closed'],
    ['a\u2067b', 'a[RLI]b', 'an isolate that is not closed'],
    ['a\u2069b', 'a[PDI]b', 'an end of nothing'],
    ['a\u2067b\u202ac\u2069d', 'a\u2067b[LRE]c\u2069d', 'an embedding that its isolate ends'],
    ['\u202a\u2067\u202c\u2069', '[LRE]\u2067[PDF]\u2069', 'ends in another order'],
    ['a\u202bשלום\u202cb', 'a\u202bשלום\u202cb', 'what is closed where it was opened'],
    ['سلام 12', 'سلام 12', 'letters from right to left'],
  ])('%j is %j: %s', (text, shown) => expect(shownText(text)).toBe(shown))

  test('is isolated only if it could change the order around it', () => {
    expect(isolatedText('Acme (UK)')).toBe('Acme (UK)')
    expect(isolatedText('שלום')).toBe('\u2068שלום\u2069')
    expect(isolatedText('a\u202eb')).toBe('a[RLO]b')
  })
})

test('a name in a sentence turns no word or amount of ours round', () => {
  const name = 'work\u202e'
  expect(say('refusal.bad-input.unknown-party', { name })).toBe('work[RLO] is not a party of any contract.')
  expect(say('refusal.bad-input.unknown-party', { name: 'דנה' })).toBe(
    '\u2068דנה\u2069 is not a party of any contract.',
  )
})

test.each(['\u200b', '\u202e\u202c', '\u2800', '\u3164', '\u00ad\u200d', '\u{e0041}', '\u00a0\ufeff'])(
  'a name of nothing that can be seen is refused: %j',
  name => expect(nameSchema.safeParse(name).success).toBe(false),
)

test.each(['.', '🙂', '株式会社', 'e\u0301', 'می\u200cخواهم', 'ന്\u200d', 'Acme  Ltd', '٤'])(
  'a name that can be seen is taken as it is: %j',
  name => expect(nameSchema.parse(name)).toBe(name),
)

test.each(['\u200bAcme Ltd', 'Ac\u2060me Ltd\ufeff', '\u200b Acme Ltd \u200b', '\u00a0Acme Ltd\u3000'])(
  'a name is stored without blanks at its ends and without U+200B, U+2060 and U+FEFF: %j',
  name => expect(nameSchema.parse(name)).toBe('Acme Ltd'),
)

test('a name has 200 characters at most, of those that are stored', () => {
  expect(nameSchema.safeParse(`${'a\u200b'.repeat(200)}`).success).toBe(true)
  expect(nameSchema.safeParse('a'.repeat(201)).success).toBe(false)
})
