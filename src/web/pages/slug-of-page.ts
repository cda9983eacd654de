import { fold } from '../../core/letters/words.ts'
import type { Server } from '../server-parts.ts'
import { territoryShown } from './territory-shown.ts'

/** Units   characters. A file's name holds two of them, within the 255 that a disk takes. */
const LONGEST_SLUG = 80
/** A text as a file is called; *borne* when nothing is left of it. */
export const slug = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replace(/^-|-$/g, '') || 'borne'

/** The village of this page, or its name, as a file is called. */
export function slugOfPage(server: Server): string {
  const territory = territoryShown(server.source.bricks, server.source.read)
  const village = territory?.communes.find(
    ({ code, name }) => code === territory.village && name !== code,
  )?.name
  return slug(village ?? territory?.name ?? '')
}
