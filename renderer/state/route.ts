import { useSyncExternalStore } from 'react'
import { leaveAfterAsking, mayLeave } from './unsaved.ts'

/** The parts of the settings that one may want to come to. */
export type SettingsSection = 'book' | 'backups' | 'formats'

/** Where in the app one is. */
export type Route =
  | { readonly screen: 'contracts' }
  | { readonly screen: 'contract'; readonly contractId: string }
  /**
   * `from`: the contract it starts as a copy of; `underWay`: with room for what happened so far.
   */
  | { readonly screen: 'new-contract'; readonly from?: string; readonly underWay?: true }
  | { readonly screen: 'overview' | 'ledger' | 'reports' | 'planner' | 'reconcile' }
  /** `section`: the part of it that one wants. */
  | { readonly screen: 'settings'; readonly section?: SettingsSection }

/** The address of a place in the app, for links. */
export function href(route: Route): string {
  switch (route.screen) {
    case 'contracts':
      return '#/'
    case 'contract':
      return `#/contracts/${encodeURIComponent(route.contractId)}`
    case 'new-contract':
      if (route.underWay) return '#/under-way'
      return route.from === undefined ? '#/new-contract' : `#/new-contract/${encodeURIComponent(route.from)}`
    case 'settings':
      return route.section === undefined ? '#/settings' : `#/settings/${route.section}`
    default:
      return `#/${route.screen}`
  }
}

function routeOf(hash: string): Route {
  const [screen, id] = hash.replace(/^#\//, '').split('/')
  if (screen === 'contracts' && id) return { screen: 'contract', contractId: decodeURIComponent(id) }
  if (screen === 'under-way') return { screen: 'new-contract', underWay: true }
  if (screen === 'new-contract')
    return id ? { screen: 'new-contract', from: decodeURIComponent(id) } : { screen: 'new-contract' }
  if (
    screen === 'overview' ||
    screen === 'ledger' ||
    screen === 'reports' ||
    screen === 'planner' ||
    screen === 'reconcile'
  )
    return { screen }
  if (screen === 'settings')
    return id === 'book' || id === 'backups' || id === 'formats' ? { screen, section: id } : { screen }
  return { screen: 'contracts' }
}

let current = routeOf(location.hash)
const listeners = new Set<() => void>()
window.addEventListener('hashchange', () => {
  const wanted = routeOf(location.hash)
  if (!mayLeave()) {
    // Whichever way one leaves, a link, a shortcut or the way back, the address is then that of the
    // screen that stays.
    history.replaceState(null, '', href(current))
    leaveAfterAsking(() => go(wanted))
    return
  }
  current = wanted
  for (const listener of listeners) listener()
})

/** Goes to a place in the app. */
export function go(route: Route): void {
  location.hash = href(route)
}

/** Where one is now, outside a component. */
export function currentRoute(): Route {
  return current
}

/** Where one is now. */
export function useRoute(): Route {
  return useSyncExternalStore(listener => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, currentRoute)
}
