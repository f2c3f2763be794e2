const LONGEST = 60

/**
 * A name as part of a file's name: whatever a file system or a shell might take for more than a
 * letter or digit is left out. May come to nothing.
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
