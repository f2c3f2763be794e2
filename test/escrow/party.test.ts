import { describe, expect, test } from 'vitest'
import { renamed, sideNamed } from '../../main/escrow/contract/party.ts'
import { isSameParty, partyKey } from '../../shared/contract/party-key.ts'

const parties = { client: 'Carla', freelancer: 'Muhammad' }
/** Two parties with one name, as there may be for a while after a rename is reversed. */
const bothCarla = { client: 'Carla', freelancer: 'carla' }

describe('Parties', () => {
  test('are the same by name, trimmed and without case, however the letters are composed', () => {
    expect(isSameParty(' CARLA ', 'carla')).toBe(true)
    expect(isSameParty('Straße', 'STRASSE')).toBe(true)
    expect(isSameParty('Zoe\u0308', 'Zoë')).toBe(true)
    expect(isSameParty('Zoe', 'Zoë')).toBe(false)
  })

  test.each([
    ['Acme  Ltd', 'two blanks'],
    ['Acme\u00a0Ltd', 'a blank that holds a line together'],
    ['Acme\t\u3000 Ltd', 'a tab and a wide blank'],
    ['Acme\u0085Ltd', 'an old end of line'],
    ['Acme\u200b Ltd', 'a zero-width space'],
    ['Ac\u00adme Ltd', 'a soft hyphen'],
    ['\u200eAcme Ltd\u200f', 'marks of direction'],
    ['\ufeff Acme Ltd \u2060', 'invisible signs around the blanks at the ends'],
    ['Acme \u200b Ltd', 'an invisible sign between two blanks'],
  ])('%j is Acme Ltd: %s', name => {
    expect(isSameParty(name, 'Acme Ltd')).toBe(true)
    expect(partyKey(partyKey(name))).toBe(partyKey(name))
  })

  test('are the same with and without joiners, and in one Unicode form after them', () => {
    expect(isSameParty('می\u200cخواهم', 'میخواهم')).toBe(true)
    expect(isSameParty('Zoe\u200d\u0308', 'Zoë')).toBe(true)
  })

  test('are two if a blank parts other words, or only one name has it', () => {
    expect(isSameParty('Ann Abel', 'Anna Bel')).toBe(false)
    expect(isSameParty('Ann Abel', 'AnnAbel')).toBe(false)
  })

  test('a name other than the client’s is taken for the freelancer’s', () => {
    expect(sideNamed(parties, 'CARLA')).toBe('client')
    expect(sideNamed(parties, 'muhammad')).toBe('freelancer')
  })

  test('of which both have the name: the side that spells it so, else the client’s', () => {
    const both = { client: 'Acme  Ltd', freelancer: 'Acme Ltd' }
    expect(sideNamed(both, 'Acme Ltd')).toBe('freelancer')
    expect(sideNamed(both, 'Acme  Ltd')).toBe('client')
    expect(sideNamed(both, 'ACME LTD')).toBe('client')
  })

  test('are renamed only on the side with that name', () => {
    expect(renamed(parties, 'carla', 'Cora', 'client')).toStrictEqual({ client: 'Cora', freelancer: 'Muhammad' })
    expect(renamed(parties, 'Muhammad', 'Bo', 'client')).toStrictEqual({ client: 'Carla', freelancer: 'Bo' })
    expect(renamed(parties, 'Ada', 'Bo', 'client')).toStrictEqual(parties)
  })

  test('are renamed on the given side while both have the name', () => {
    expect(renamed(bothCarla, 'Carla', 'Cora', 'client')).toStrictEqual({ client: 'Cora', freelancer: 'carla' })
    expect(renamed(bothCarla, 'Carla', 'Cora', 'freelancer')).toStrictEqual({ client: 'Carla', freelancer: 'Cora' })
  })
})
