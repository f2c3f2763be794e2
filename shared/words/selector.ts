/** Returns a code as a selector of a message: ICU allows no hyphen in one. */
export function selector(code: string): string {
  return code.replaceAll('-', '_')
}
