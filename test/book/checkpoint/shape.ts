/**
 * The shape of JSON values as lines of `path: types`, sorted. Ids are `*` and items of a list `[]`,
 * those of a tuple `[0]`, `[1]` …: equal shapes have equal lines, however much they hold.
 */
export function shapeOf(...values: readonly unknown[]): readonly string[] {
  const types = new Map<string, Set<string>>()
  for (const value of values) collect(value, '', types)
  return [...types].map(([path, found]) => `${path.slice(1)}: ${[...found].sort().join(' | ')}`).sort()
}

function collect(value: unknown, path: string, types: Map<string, Set<string>>): void {
  types.set(path, (types.get(path) ?? new Set()).add(typeOf(value)))
  if (Array.isArray(value)) {
    const isTuple = new Set(value.map(typeOf)).size > 1
    for (const [index, item] of value.entries()) collect(item, `${path}[${isTuple ? index : ''}]`, types)
  } else if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value)) collect(inner, `${path}.${isId(name) ? '*' : name}`, types)
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'list' : typeof value
}

/** The id of an account, a contract or a milestone. */
function isId(name: string): boolean {
  return /^[ACM]\d+$/.test(name)
}
