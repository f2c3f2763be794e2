/** Writes a code as a selector of a message, which ICU allows no dash in. */
export function selector(code: string): string {
  return code.replaceAll('-', '_')
}
