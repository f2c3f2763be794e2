/** Returns a predicate for texts that contain every word of `search`, ignoring case. */
export function finder(search: string): (text: string) => boolean {
  const wanted = search.toLocaleLowerCase().split(/\s+/)
  return text => {
    const lower = text.toLocaleLowerCase()
    return wanted.every(word => lower.includes(word))
  }
}
