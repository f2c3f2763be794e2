import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Route } from '../../../renderer/state/route.ts'
import { type PageStandIn, standInForPage } from '../outside-a-page.ts'

let page: PageStandIn
let route: typeof import('../../../renderer/state/route.ts')
let unsaved: typeof import('../../../renderer/state/unsaved.ts')
let confirmation: typeof import('../../../renderer/state/confirmation.ts')

beforeEach(async () => {
  vi.resetModules()
  page = standInForPage()
  route = await import('../../../renderer/state/route.ts')
  unsaved = await import('../../../renderer/state/unsaved.ts')
  confirmation = await import('../../../renderer/state/confirmation.ts')
})
afterEach(() => void vi.unstubAllGlobals())

const ids = fc.string({ minLength: 1, unit: 'grapheme' })
const routes: fc.Arbitrary<Route> = fc.oneof(
  fc.constantFrom<Route>(
    { screen: 'contracts' },
    { screen: 'overview' },
    { screen: 'ledger' },
    { screen: 'reports' },
    { screen: 'planner' },
    { screen: 'reconcile' },
    { screen: 'settings' },
    { screen: 'settings', section: 'book' },
    { screen: 'settings', section: 'backups' },
    { screen: 'settings', section: 'formats' },
    { screen: 'new-contract' },
    { screen: 'new-contract', underWay: true },
    { screen: 'help', page: 'getting-started' },
    { screen: 'help', page: 'glossary' },
    { screen: 'help', page: 'glossary', term: 'brought-forward' },
    { screen: 'help', page: 'keyboard' },
    { screen: 'help', page: 'files' },
    { screen: 'help', page: 'licences' },
  ),
  ids.map((contractId): Route => ({ screen: 'contract', contractId })),
  ids.map((from): Route => ({ screen: 'new-contract', from })),
)

describe('an address', () => {
  test('of any place opens that place again', () => {
    fc.assert(
      fc.property(routes, place => {
        expect(route.routeAt(route.href(place))).toEqual(place)
      }),
    )
  })

  test.each(['', '#', '#/', '#/nowhere', '#/contracts', '#/contracts/', 'nonsense'])(
    'of no place, such as "%s", opens the list',
    address => expect(route.routeAt(address)).toEqual({ screen: 'contracts' }),
  )

  test('that cannot be decoded opens the list', () => {
    expect(route.routeAt('#/contracts/%E0%A4%A')).toEqual({ screen: 'contracts' })
  })

  test('of an unknown section of the settings opens the settings', () => {
    expect(route.routeAt('#/settings/nothing')).toEqual({ screen: 'settings' })
  })

  test.each(['#/help', '#/help/', '#/help/nothing'])(
    'of an unknown page of Help, such as "%s", opens its first page',
    address => expect(route.routeAt(address)).toEqual({ screen: 'help', page: 'getting-started' }),
  )
})

describe('going to a place', () => {
  test('changes the address, and so the current place', () => {
    route.go({ screen: 'contract', contractId: 'C0007' })
    expect(page.location.hash).toBe('#/contracts/C0007')
    expect(route.currentRoute()).toEqual({ screen: 'contract', contractId: 'C0007' })
    page.location.hash = '#/ledger'
    expect(route.currentRoute()).toEqual({ screen: 'ledger' })
  })

  test('asks first if input would be lost, and keeps the old address until it is confirmed', async () => {
    route.go({ screen: 'new-contract' })
    unsaved.holdScreen('contract')
    page.location.hash = '#/reports'
    expect(route.currentRoute()).toEqual({ screen: 'new-contract' })
    expect(page.location.hash).toBe('#/new-contract')
    const { asked } = confirmation.useConfirmation.getState()
    expect(asked?.title).toEqual({ key: 'leave.title', params: { what: 'contract' } })
    await asked?.perform()
    expect(route.currentRoute()).toEqual({ screen: 'reports' })
    expect(page.location.hash).toBe('#/reports')
    expect(unsaved.mayLeave()).toBe(true)
  })

  test('is cancelled when the question is withdrawn', () => {
    route.go({ screen: 'new-contract' })
    unsaved.holdScreen('contract')
    route.go({ screen: 'reports' })
    confirmation.withdraw()
    expect(confirmation.useConfirmation.getState().asked).toBeNull()
    expect(route.currentRoute()).toEqual({ screen: 'new-contract' })
    expect(unsaved.mayLeave()).toBe(false)
  })
})
