import { counted } from '../../../contract/counted.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { ModelSlots } from '../../../contract/slots.ts'
import { titleKey } from '../../../core/letters/words.ts'
import type { fr } from '../words/fr.ts'
import { event } from './records.ts'

/** An event of the same words that begins on the same day. */
function alike(
  type: string,
  fields: Readonly<Record<string, unknown>>,
  read: Reader,
): readonly Readonly<{ id: string; title: string }>[] {
  if (type !== event.name || typeof fields['startsOn'] !== 'string') return []
  const asked = titleKey(String(fields['title'] ?? ''))
  return read
    .list(event, { where: 'startsOn = ?', with: [fields['startsOn']] })
    .filter(row => titleKey(row.title ?? '') === asked)
    .map(row => ({ id: row.id, title: row.title ?? '' }))
}

export const modelSlots: ModelSlots<typeof fr> = {
  alike,
  indicator: (read, words, { since, communes }) =>
    counted(read, {
      id: 'agenda.events',
      words: words.indicator,
      counts: 'things',
      table: event.name,
      since,
      communes,
      by: ['commune', 'themes'],
    }),
}
