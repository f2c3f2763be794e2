import { readFile } from 'node:fs/promises'
import { extname, isAbsolute, join, relative, sep } from 'node:path'
import { protocol } from 'electron'
import { language } from '../../../shared/words/language.ts'
import type { Formats } from '../formats.ts'

const HOST = 'escrowbook'
/** The origin of our pages. */
export const ORIGIN = `app://${HOST}`

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // The hash of the one <style> that Radix's Select.Viewport writes; a test reads the violations in
  // case it changes.
  "style-src 'self' 'sha256-441zG27rExd4/il+NvIqyL8zFx5XmyNQtE381kSkUJk='",
  "font-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/**
 * True for an address of our own pages. Compares the host, because the `origin` of an `app:`
 * address is "null" in Node.
 */
export function isOurs(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol: scheme, host, username, password } = new URL(address)
  return scheme === 'app:' && host === HOST && username === '' && password === ''
}

/** Call it before `ready`. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/**
 * Serves the files in `folder`, and nothing outside it, as `app://escrowbook/`. Each page carries
 * the language of its words and the person's formats, of which Chromium knows only a language;
 * pages wait for these. Call it after `ready`.
 */
export function serve(folder: string, formats: Formats | Promise<Formats>): void {
  protocol.handle('app', async request => {
    if (!isOurs(request.url)) return new Response(null, { status: 403 })
    if (request.method !== 'GET') return new Response(null, { status: 405 })
    const path = fileFor(folder, new URL(request.url).pathname)
    const type = path === undefined ? undefined : CONTENT_TYPES[extname(path)]
    if (path === undefined || type === undefined) return new Response(null, { status: 404 })
    try {
      return new Response(
        extname(path) === '.html' ? inWords(await readFile(path, 'utf8'), await formats) : await readFile(path),
        {
          headers: {
            'content-type': type,
            'content-security-policy': CONTENT_SECURITY_POLICY,
            'x-content-type-options': 'nosniff',
          },
        },
      )
    } catch {
      return new Response(null, { status: 404 })
    }
  })
}

function inWords(page: string, { locale, regional, days }: Formats): string {
  const { tag, direction } = language()
  const iso = days.isIso ? ' data-iso-days' : ''
  return page.replace(
    '<html lang="en"',
    `<html lang="${tag}" dir="${direction}" data-locale="${locale}" data-regional="${regional}" data-days="${days.locale}"${iso}`,
  )
}

function fileFor(folder: string, pathname: string): string | undefined {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return undefined
  }
  const path = join(folder, decoded === '/' ? 'index.html' : decoded)
  const inside = relative(folder, path)
  return inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside) ? undefined : path
}
