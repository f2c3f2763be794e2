import { useEffect, useState } from 'react'

/** The notice of a package in the app, as the build writes it (tools/notices/). */
export interface Notice {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly text: string
}

/** The notices, loaded on demand. */
export type Notices =
  | { readonly state: 'reading' }
  | { readonly state: 'failed' }
  | { readonly state: 'read'; readonly all: readonly Notice[] }

/**
 * Imports the build's module next to the page: the content security policy allows no other way to
 * read it.
 */
async function readNotices(): Promise<Notices> {
  try {
    const { notices } = await import(/* @vite-ignore */ new URL('third-party.js', document.baseURI).href)
    return { state: 'read', all: notices }
  } catch {
    return { state: 'failed' }
  }
}

/** Loads the notices once `wanted` is true. */
export function useNotices(wanted: boolean): Notices {
  const [notices, setNotices] = useState<Notices>({ state: 'reading' })
  useEffect(() => {
    let isLeft = false
    if (wanted) void readNotices().then(read => (isLeft ? undefined : setNotices(read)))
    return () => {
      isLeft = true
    }
  }, [wanted])
  return notices
}
