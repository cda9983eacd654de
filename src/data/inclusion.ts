import { normal } from '../core/letters/accents.ts'
import { type KnownAccessPlace, nationalPhone } from './national.ts'

/**
 * The same places as data·inclusion wants them: a structure where they are, and a service of each.
 *
 * Shape   ids are `source--localid`; a name has 3 to 150 characters and no final stop. What is not
 *         known is not there.
 * Source  data·inclusion, schema v1.0.8 (2026-04-27).
 */
export type Structure = Readonly<Record<string, string | number>> & Readonly<{ id: string }>
export type Service = Readonly<Record<string, string | readonly string[]>> &
  Readonly<{ id: string; structure_id: string }>
export type InclusionWhy = 'doubtful' | 'noName' | 'longName' | 'noDescription'

const [SHORTEST, LONGEST] = [3, 150]
const SHORTEST_SAID = 10
const THEME = 'numerique--acceder-a-une-connexion-internet'

/** `said`: what is found there, in a sentence, when nobody wrote any help. */
export function inclusionOf(
  known: KnownAccessPlace,
  said: string,
):
  | Readonly<{ structure: Structure; service: Service }>
  | Readonly<{ why: readonly InclusionWhy[] }> {
  const nom = known.name.trim().replace(/[.\s]+$/, '')
  const description = [known.help.trim(), said].filter(text => text !== '').join('\n')
  const why: readonly (InclusionWhy | false)[] = [
    known.isDoubtful && 'doubtful',
    nom.length < SHORTEST && 'noName',
    nom.length > LONGEST && 'longName',
    description.length < SHORTEST_SAID && 'noDescription',
  ]
  const wrong = why.filter(one => one !== false)
  if (wrong.length > 0) return { why: wrong }
  const source = sourceOf(known.source)
  const siret = known.siret.replace(/\s/g, '')
  const phone = nationalPhone(known.phone)
  const where = {
    commune: known.communeName,
    code_insee: known.commune,
    adresse: known.address,
    code_postal:
      /\b\d{5}\b/.exec(known.address)?.[0] ??
      (/^\d{5}$/.test(known.postalCodes.trim()) ? known.postalCodes.trim() : ''),
    telephone: phone,
    courriel: known.email,
    horaires_accueil: known.hours,
  }
  const structure = {
    source,
    id: `${source}--${known.id}`,
    nom,
    date_maj: known.day,
    siret: /^\d{14}$/.test(siret) ? siret : '',
    ...where,
    latitude: known.point?.[0] ?? '',
    longitude: known.point?.[1] ?? '',
    site_web: known.url,
  }
  const service = {
    source,
    id: `${source}--${known.id}-service`,
    structure_id: structure.id,
    nom,
    description,
    date_maj: known.day,
    type: known.help === '' ? 'aide-materielle' : 'accompagnement',
    thematiques: known.computers > 0 ? [THEME] : [],
    ...where,
    modes_accueil: ['en-presentiel'],
    modes_mobilisation: [
      ...(known.hours === '' ? [] : ['se-presenter']),
      ...(phone === '' ? [] : ['telephoner']),
    ],
  }
  return { structure: told(structure), service: told(service) }
}

/** *Sail et alentours* → `cocote-sail-et-alentours`. */
const sourceOf = (name: string): string =>
  `cocote-${normal(name, 'NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}`

const told = <T extends object>(all: T): T =>
  Object.fromEntries(
    Object.entries(all).filter(
      ([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  ) as T
