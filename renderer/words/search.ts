/** Returns a test for texts that contain every word of `search`, in upper or lower case. */
export function finder(search: string): (text: string) => boolean {
  const wanted = search.toLocaleLowerCase().split(/\s+/)
  return text => {
    const lower = text.toLocaleLowerCase()
    return wanted.every(word => lower.includes(word))
  }
}
