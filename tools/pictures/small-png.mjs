import { crc32, deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const RGB = 2
const RGBA = 6
const INDEXED = 3
const MOST_COLOURS = 256

/**
 * Reduces a picture to at most 256 colours: a third of the size, since a screen has few colours
 * apart from anti-aliased text. Throws for any kind of PNG other than Chromium's.
 * @param {Buffer} png 8 bits per channel, not interlaced
 * @returns {Buffer}
 */
export function smallPng(png) {
  const { width, height, colours } = readPng(png)
  const { palette, indexOf } = fewColours(colours)
  const rows = Buffer.alloc(height * (width + 1))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = indexOf.get(colours[y * width + x] ?? 0) ?? 0
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, INDEXED, 0, 0, 0], 8)
  const entries = Buffer.from(palette.flatMap(channels))
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', entries),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/**
 * @param {Buffer} png
 * @returns {{ width: number, height: number, colours: Uint32Array }} each pixel as 0xrrggbb
 */
function readPng(png) {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const [depth, type, , , interlaced] = png.subarray(24)
  if (depth !== 8 || (type !== RGB && type !== RGBA) || interlaced !== 0)
    throw new Error(`a PNG of an unexpected kind: ${depth} bits, colour type ${type}`)
  const size = type === RGB ? 3 : 4
  const data = []
  for (let at = SIGNATURE.length; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  const bytes = unfilter(inflateSync(Buffer.concat(data)), width * size, height, size)
  const colours = new Uint32Array(width * height)
  for (let i = 0; i < colours.length; i++) colours[i] = bytes.readUIntBE(i * size, 3)
  return { width, height, colours }
}

/**
 * Reverses the filter that PNG applies to each row before compression.
 * @param {Buffer} filtered
 * @param {number} stride bytes per row
 * @param {number} height
 * @param {number} size bytes per pixel
 */
function unfilter(filtered, stride, height, size) {
  const bytes = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = filtered[y * (stride + 1)] ?? 0
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x
      const left = x < size ? 0 : (bytes[at - size] ?? 0)
      const up = y === 0 ? 0 : (bytes[at - stride] ?? 0)
      const corner = x < size || y === 0 ? 0 : (bytes[at - stride - size] ?? 0)
      bytes[at] = (filtered[y * (stride + 1) + 1 + x] ?? 0) + predicted(filter, left, up, corner)
    }
  }
  return bytes
}

/**
 * A byte's prediction from its neighbours, by a filter of the PNG standard.
 * @param {number} filter
 * @param {number} left
 * @param {number} up
 * @param {number} corner
 */
function predicted(filter, left, up, corner) {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) return 0
  const [byLeft, byUp, byCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}

/**
 * A palette of the most frequent colours, far enough apart to be at most 256, and the nearest
 * palette index of each colour.
 * @param {Uint32Array} colours
 */
function fewColours(colours) {
  /** @type {Map<number, number>} */
  const counts = new Map()
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const all = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour)
  /** @type {number[]} */
  let palette = []
  for (let apart = 0; palette.length === 0 || palette.length > MOST_COLOURS; apart++) {
    palette = []
    for (const colour of all) if (palette.every(kept => distance(kept, colour) > apart)) palette.push(colour)
  }
  const indexOf = new Map(all.map(colour => [colour, nearest(palette, colour)]))
  return { palette, indexOf }
}

/**
 * @param {number[]} palette
 * @param {number} colour
 */
function nearest(palette, colour) {
  let best = 0
  for (const [i, kept] of palette.entries()) if (distance(kept, colour) < distance(palette[best] ?? 0, colour)) best = i
  return best
}

/** @param {number} colour */
const channels = colour => [colour >> 16, (colour >> 8) & 255, colour & 255]

/**
 * The largest difference in any channel.
 * @param {number} a
 * @param {number} b
 */
const distance = (a, b) =>
  Math.max(
    Math.abs((a >> 16) - (b >> 16)),
    Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)),
    Math.abs((a & 255) - (b & 255)),
  )

/**
 * @param {string} name
 * @param {Buffer} data
 */
function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
