import { useSyncExternalStore } from 'react'

/** Where in the app one is. */
export type Route =
  | { readonly screen: 'contracts' }
  | { readonly screen: 'contract'; readonly contractId: string }
  /** `from`: the contract it starts as a copy of. */
  | { readonly screen: 'new-contract'; readonly from?: string }
  | { readonly screen: 'overview' | 'ledger' | 'reports' | 'planner' }

/** The address of a place in the app, for links. */
export function href(route: Route): string {
  switch (route.screen) {
    case 'contracts':
      return '#/'
    case 'contract':
      return `#/contracts/${encodeURIComponent(route.contractId)}`
    case 'new-contract':
      return route.from === undefined ? '#/new-contract' : `#/new-contract/${encodeURIComponent(route.from)}`
    default:
      return `#/${route.screen}`
  }
}

function routeOf(hash: string): Route {
  const [screen, id] = hash.replace(/^#\//, '').split('/')
  if (screen === 'contracts' && id) return { screen: 'contract', contractId: decodeURIComponent(id) }
  if (screen === 'new-contract') return id ? { screen: 'new-contract', from: decodeURIComponent(id) } : { screen: 'new-contract' }
  if (screen === 'overview' || screen === 'ledger' || screen === 'reports' || screen === 'planner') return { screen }
  return { screen: 'contracts' }
}

let current = routeOf(location.hash)
const listeners = new Set<() => void>()
window.addEventListener('hashchange', () => {
  current = routeOf(location.hash)
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
