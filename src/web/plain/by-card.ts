import type { Ask } from '../../core/brick.ts'
import type { Site } from '../ask.ts'
import { memberIn } from '../member-in.ts'
import { plainWords } from './words.ts'

/** *par la carte de Josette*: for the keeper's eyes, where nobody listens. A member who is gone has no name here any more. */
export function byCard(site: Site, ask: Ask, member: string): string | undefined {
  if (ask.by !== 'keeper' || !ask.private) return undefined
  const w = plainWords(ask.lang)
  const name = memberIn(site, member)?.name
  return name === undefined ? w.byCardGone : w.byCard(name)
}
