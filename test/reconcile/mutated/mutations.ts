import type { Chance } from '../../properties/chance.ts'

/** Pieces that mean something in one of the formats, or to a parser. */
const PIECES = [
  '"',
  ';',
  ',',
  '\t',
  '\n',
  '\r',
  '<',
  '>',
  '&',
  '&amp;',
  '&#0;',
  ']]>',
  '<![CDATA[',
  '<!--',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '<Ntry>',
  '</Ntry>',
  '<STMTTRN>',
  ':61:',
  ':86:',
  '?20',
  '//',
  '-}',
  '{4:',
  '\u0000',
  '\uFEFF',
  '\u202e',
  '__proto__',
  'constructor',
  '1e999',
  '-0',
  '99999999999999999999',
  '31.02.2026',
  'PK\u0003\u0004',
  'PK\u0005\u0006',
] as const

/** A file with one to six faults: changed, lost, repeated and foreign bytes, and torn ends. */
export function mutated(chance: Chance, seeds: readonly Uint8Array[]): Uint8Array {
  let bytes = Buffer.from(chance.pick(seeds))
  for (let faults = chance.between(1, 6); faults > 0; faults--) bytes = withFault(chance, bytes, seeds)
  return new Uint8Array(bytes)
}

function withFault(chance: Chance, bytes: Buffer<ArrayBuffer>, seeds: readonly Uint8Array[]): Buffer<ArrayBuffer> {
  const at = chance.between(0, bytes.length)
  const end = chance.between(at, Math.min(bytes.length, at + 400))
  const [before, between, after] = [bytes.subarray(0, at), bytes.subarray(at, end), bytes.subarray(end)]
  switch (chance.between(0, 7)) {
    case 0:
      return Buffer.concat([before, after])
    case 1:
      return Buffer.concat([before, between, between, after])
    case 2:
      return Buffer.concat([before, Buffer.from(chance.pick(PIECES)), after])
    case 3:
      return Buffer.concat([before, Buffer.from(chance.pick(PIECES).repeat(chance.between(1, 3_000))), after])
    case 4:
      return Buffer.from(before)
    case 5: {
      const other = Buffer.from(chance.pick(seeds))
      return Buffer.concat([before, other.subarray(chance.between(0, other.length))])
    }
    case 6:
      return Buffer.concat([
        before,
        Buffer.alloc(chance.between(1, 60_000), chance.pick([' ', '0', 'a', ',', '<'])),
        after,
      ])
    default: {
      const changed = Buffer.from(bytes)
      for (let times = chance.between(1, 8); times > 0 && changed.length > 0; times--)
        changed[chance.between(0, changed.length - 1)] = chance.between(0, 255)
      return changed
    }
  }
}
