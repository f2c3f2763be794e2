const LONGEST = 60

/**
 * A name as part of a file name: anything that a file system or a shell could treat specially is
 * removed. May be empty.
 */
export function safeName(name: string): string {
  return name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST)
    .trim()
    .replaceAll(' ', '-')
}
