import type { CookieKept } from '../../contract/retention.ts'
import { IDLE_MS, OWN_MS } from '../../files/local.ts'

/** All cookies, as the privacy page lists them. A test compares the list with `visit.ts`. */
export const COOKIES: readonly CookieKept[] = [
  { name: 'tenue', seconds: IDLE_MS / 1000, ownSeconds: OWN_MS / 1000 },
  { name: 'langue', seconds: 31_536_000 },
  { name: 'dit', seconds: 60 },
  { name: 'navigateur', seconds: 86_400 },
  { name: 'fait', seconds: 600 },
]
