import { OWN_FIRST, type Reader } from '../../../contract/reader.ts'
import type { ModelSlots } from '../../../contract/slots.ts'
import { STANDS } from '../../../contract/tables.ts'
import type { Territory } from '../../../contract/territory.ts'
import { titleKey } from '../../../core/letters/words.ts'
import { ownJson } from '../../../core/narrow.ts'
import type { fr } from '../words/fr.ts'
import { directoryFigures } from './figures.ts'
import { candidates, communesNamed } from './read.ts'
import { territory, theme } from './records.ts'
import { likelyDuplicates, toldApartFrom } from './rules.ts'

/**
 * The page's own name and communes: the territory that this box wrote, else the one with the least
 * id; and the commune records that it names.
 */
function territoryIn(read: Reader): Territory | undefined {
  const row = read.list(territory, { order: OWN_FIRST, limit: 1 })[0]
  if (!row) return undefined
  const known = new Map(
    read
      .all(
        'SELECT code, name, postalCodes, formerNames, point FROM commune ' +
          `WHERE ${STANDS} ORDER BY id DESC`,
      )
      .map(one => [one['code'], one]),
  )
  const communes = (row.communes ?? []).map(code => {
    const one = known.get(code)
    const former = one?.['formerNames']
    const point =
      typeof one?.['point'] === 'string' ? ownJson<readonly [number, number]>(one['point']) : null
    return {
      code,
      name: String(one?.['name'] ?? code),
      postalCodes: (one?.['postalCodes'] as string | null) ?? null,
      ...(typeof former === 'string' ? { formerNames: ownJson<readonly string[]>(former) } : {}),
      point,
    }
  })
  return {
    name: row.name ?? '',
    heading: row.heading,
    village: row.village ?? '',
    keptBy: row.keptBy ?? '',
    reach: row.reach,
    communes,
  }
}

const COMPARED: ReadonlySet<string> = new Set(['place', 'actor', 'initiative', 'access-point'])

/** What is already there under a like name, near or in the same commune. */
function alike(
  type: string,
  fields: Readonly<Record<string, unknown>>,
  read: Reader,
): readonly Readonly<{ id: string; title: string }>[] {
  if (type === theme.name) return alikeThemes(String(fields['label'] ?? ''), read)
  if (!COMPARED.has(type)) return []
  const name = String(fields['name'] ?? fields['title'] ?? '')
  const asked = {
    name,
    told: toldApartFrom(name, communesNamed(read)),
    commune: (fields['commune'] as string | null | undefined) ?? null,
    point: (fields['point'] as readonly [number, number] | null | undefined) ?? null,
    street: (fields['address'] as string | null | undefined) ?? null,
  }
  return likelyDuplicates(asked, candidates(read, type as Parameters<typeof candidates>[1])).map(
    ({ one }) => ({
      id: one.id,
      title: one.name,
    }),
  )
}

/**
 * A theme of the same word, whatever its accents and its plural, or that says it as another word
 * for itself.
 */
function alikeThemes(
  label: string,
  read: Reader,
): readonly Readonly<{ id: string; title: string }>[] {
  const asked = titleKey(label)
  const isSame = (one: string): boolean => asked !== '' && titleKey(one) === asked
  return read
    .list(theme)
    .filter(row => [row.label ?? '', ...(row.synonyms ?? '').split(',')].some(isSame))
    .map(row => ({ id: row.id, title: row.label ?? '' }))
}

export const modelSlots: ModelSlots<typeof fr> = {
  alike,
  territory: territoryIn,
  indicator: directoryFigures,
}
