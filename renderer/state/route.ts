import { useSyncExternalStore } from 'react'
import { addressOf, TERMS, type Term } from '../../shared/words/glossary.ts'
import { HELP_PAGES, type HelpPage } from '../../shared/words/help.ts'
import { leaveAfterAsking, mayLeave } from './unsaved.ts'

/** The sections of Settings that a link can lead to. */
export type SettingsSection = 'book' | 'backups' | 'formats'

/** A place in the app. */
export type Route =
  | { readonly screen: 'contracts' }
  | { readonly screen: 'contract'; readonly contractId: string }
  /** `from`: the contract to copy; `underWay`: also asks for the contract's past moves. */
  | { readonly screen: 'new-contract'; readonly from?: string; readonly underWay?: true }
  | { readonly screen: 'overview' | 'ledger' | 'reports' | 'planner' }
  /** `part`: the list of statements read. */
  | { readonly screen: 'reconcile'; readonly part?: 'imports' }
  /** `section`: the section to go to. */
  | { readonly screen: 'settings'; readonly section?: SettingsSection }
  /** `term`: the term of the glossary to go to. */
  | { readonly screen: 'help'; readonly page: HelpPage; readonly term?: Term }

/** The address of a place, for links. */
export function href(route: Route): string {
  switch (route.screen) {
    case 'contracts':
      return '#/'
    case 'contract':
      return `#/contracts/${encodeURIComponent(route.contractId)}`
    case 'new-contract':
      if (route.underWay) return '#/under-way'
      return route.from === undefined ? '#/new-contract' : `#/new-contract/${encodeURIComponent(route.from)}`
    case 'reconcile':
      return route.part === undefined ? '#/reconcile' : '#/reconcile/imports'
    case 'settings':
      return route.section === undefined ? '#/settings' : `#/settings/${route.section}`
    case 'help':
      return route.term === undefined ? `#/help/${route.page}` : addressOf(route.term)
    default:
      return `#/${route.screen}`
  }
}

/** The place at an address; the list of contracts if the address names none. */
export function routeAt(hash: string): Route {
  const [screen, rest = '', part] = hash.replace(/^#\//, '').split('/')
  const id = decoded(rest)
  if (screen === 'contracts' && id) return { screen: 'contract', contractId: id }
  if (screen === 'under-way') return { screen: 'new-contract', underWay: true }
  if (screen === 'new-contract') return id ? { screen: 'new-contract', from: id } : { screen: 'new-contract' }
  if (screen === 'overview' || screen === 'ledger' || screen === 'reports' || screen === 'planner') return { screen }
  if (screen === 'reconcile') return id === 'imports' ? { screen, part: id } : { screen }
  if (screen === 'settings')
    return id === 'book' || id === 'backups' || id === 'formats' ? { screen, section: id } : { screen }
  if (screen === 'help') {
    const page = HELP_PAGES.find(each => each === id) ?? 'getting-started'
    const term = page === 'glossary' ? TERMS.find(each => each === part) : undefined
    return term === undefined ? { screen, page } : { screen, page, term }
  }
  return { screen: 'contracts' }
}

/** A part of an address as text; empty if it is none. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}

let current = routeAt(location.hash)
const listeners = new Set<() => void>()
window.addEventListener('hashchange', () => {
  const wanted = routeAt(location.hash)
  if (!mayLeave()) {
    // True if a link, a shortcut or Back tried to leave; the address has been reset to this screen.
    history.replaceState(null, '', href(current))
    leaveAfterAsking(() => go(wanted))
    return
  }
  current = wanted
  for (const listener of listeners) listener()
})

/** Goes to a place. */
export function go(route: Route): void {
  location.hash = href(route)
}

/** The current place, for use outside a component. */
export function currentRoute(): Route {
  return current
}

/** The current place. */
export function useRoute(): Route {
  return useSyncExternalStore(listener => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, currentRoute)
}
