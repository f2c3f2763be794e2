import { partyKey } from '../../shared/contract/party-key.ts'

/**
 * Returns a predicate for texts that contain every word of `search`, ignoring case and what nobody
 * sees.
 */
export function finder(search: string): (text: string) => boolean {
  const wanted = partyKey(search).split(' ')
  return text => {
    const key = partyKey(text)
    return wanted.every(word => key.includes(word))
  }
}
