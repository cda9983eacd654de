import { createRequire } from 'node:module'
import type { DOMParser } from 'linkedom'
import { refuseTangled } from './depth.ts'

type Library = Readonly<{ DOMParser: typeof DOMParser }>
const required = createRequire(import.meta.url)

/**
 * Parses markup. `T` is as much of the DOM as the caller reads. The parser is loaded at its first
 * use: it is some 200 modules, a fifth of all that a server would load before its first page.
 * Errors: `Unreadable` (`tangled`).
 */
export function documentOf<T>(markup: string, type: 'text/html' | 'text/xml'): T {
  refuseTangled(markup, type === 'text/xml')
  const { DOMParser }: Library = required('linkedom')
  return new DOMParser().parseFromString(markup, type) as unknown as T
}
