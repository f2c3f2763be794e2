import { describe, expect, test } from 'vitest'
import { isSameParty, renamed, sideNamed } from '../../main/escrow/contract/party.ts'

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

  test('a name other than the client’s is taken for the freelancer’s', () => {
    expect(sideNamed(parties, 'CARLA')).toBe('client')
    expect(sideNamed(parties, 'muhammad')).toBe('freelancer')
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
