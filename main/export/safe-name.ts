const LONGEST = 60

/** Names of devices, which Windows takes for no file, whatever ends with `.pdf` after them. */
const DEVICE = /^(con|prn|aux|nul|(com|lpt)[0-9¹²³])$/i

/**
 * A name as part of a file name: anything that a file system or a shell could treat specially is
 * removed, and no device of Windows is named. May be empty.
 */
export function safeName(name: string): string {
  const safe = name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST)
    .trim()
    .replaceAll(' ', '-')
  return DEVICE.test(safe) ? `${safe}_` : safe
}
