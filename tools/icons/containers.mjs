/**
 * A PNG image; `size` is its width and height in pixels.
 * @typedef {{ size: number, png: Buffer }} Picture
 */

const ICO_HEAD = 6
const ICO_ENTRY = 16

/**
 * Builds a Windows icon. Every picture stays a PNG, which Windows has read since Vista.
 * @param {Picture[]} pictures of at most 256 pixels
 * @returns {Buffer}
 */
export function ico(pictures) {
  const head = Buffer.alloc(ICO_HEAD + ICO_ENTRY * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  pictures.forEach(({ size, png }, index) => {
    const at = ICO_HEAD + ICO_ENTRY * index
    // One byte each: 256 is stored as 0.
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  })
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}

/**
 * The macOS types for each size: one for the size itself, and one for half of it at double density.
 * @type {Readonly<Record<number, readonly string[]>>}
 */
const ICNS_TYPES = {
  16: ['icp4'],
  32: ['icp5', 'ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
}

/** The sizes in a macOS icon. */
export const ICNS_SIZES = Object.keys(ICNS_TYPES).map(Number)

/**
 * Builds a macOS icon.
 * @param {Picture[]} pictures of the sizes in `ICNS_SIZES`
 * @returns {Buffer}
 */
export function icns(pictures) {
  const parts = pictures.flatMap(({ size, png }) => (ICNS_TYPES[size] ?? []).map(type => icnsPart(type, png)))
  return icnsPart('icns', Buffer.concat(parts))
}

/**
 * @param {string} type
 * @param {Buffer} content
 */
function icnsPart(type, content) {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(head.length + content.length, 4)
  return Buffer.concat([head, content])
}
