import { isOneOf } from '../core/narrow.ts'
import { nullPrototype } from '../core/null-prototype.ts'
/**
 * One place where public computers are, as the national schema of places of digital mediation says
 * it.
 *
 * Shape   the 32 columns, in the order of the schema's own example; several values are joined by a
 *         bar.
 * Source  schema v1.0.2 (2024-04-11), etalab/schema-lieux-de-mediation-numerique. Its list of
 *         `services` writes « Comprehension », its pattern « Compréhension »; its telephone takes
 *         one number.
 */
export const COLUMNS = [
  'id',
  'pivot',
  'nom',
  'commune',
  'code_postal',
  'code_insee',
  'adresse',
  'complement_adresse',
  'latitude',
  'longitude',
  'typologie',
  'telephone',
  'courriels',
  'site_web',
  'horaires',
  'presentation_resume',
  'presentation_detail',
  'source',
  'itinerance',
  'structure_parente',
  'date_maj',
  'services',
  'publics_specifiquement_adresses',
  'prise_en_charge_specifique',
  'frais_a_charge',
  'dispositif_programmes_nationaux',
  'formations_labels',
  'autres_formations_labels',
  'modalites_acces',
  'modalites_accompagnement',
  'fiche_acces_libre',
  'prise_rdv',
] as const
export type NationalColumn = (typeof COLUMNS)[number]
export type Lieu = Readonly<Partial<Record<NationalColumn, string>>>

/** What the house knows of such a place: its own fields, then those of where it is. */
export type KnownAccessPlace = Readonly<{
  id: string
  name: string
  siret: string
  commune: string
  communeName: string
  postalCodes: string
  address: string
  point: readonly [number, number] | undefined
  phone: string
  email: string
  url: string
  hours: string
  help: string
  computers: number
  /** What a line of this same list said is done there. */
  services: readonly string[]
  isDoubtful: boolean
  placeKind: string
  parent: string
  source: string
  day: string
}>

/** Why a place is left out: a code, with its sentence in the words. */
export const WHY = [
  'doubtful',
  'noPivot',
  'noCommune',
  'noPostal',
  'noAddress',
  'badAddress',
  'noName',
] as const
export type NationalRejection = (typeof WHY)[number]

const PIVOT = /^(?:\d{14}|W[a-zA-Z0-9]{9})$/
const STREET = /^[0-9A-Za-z\dÀ-ÖØ-öø-ÿœ-ŸŒ\-,()°.&:+–|;'’/\s]+$/u
const TOWN = /^[A-Za-z\dÀ-ÖØ-öø-ÿœ-ŸŒ\-'’\s]+$/u
const INSEE = /^([013-9]\d|2[AB1-9])\d{3}$/
const PHONE = /^\+33[1-9]\d{8}$/
const EMAIL =
  /^[a-zA-Z0-9_][a-zA-Z0-9.!#$%&'*+\\=?^_`{|}~-]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9][a-zA-Z0-9-]+)+$/
const LONGEST_SUMMARY = 280
/** Our kinds of places that the schema has a word for; of the others nothing is guessed. */
export const TYPOLOGIES: Readonly<Record<string, string>> = nullPrototype({
  library: 'BIB',
  local: 'TIERS_LIEUX',
  workshop: 'TIERS_LIEUX',
  association: 'ASSO',
})

/**
 * A place as the schema wants it, or why it can't be: what is optional and does not fit is left
 * empty, what is required is not.
 */
export function lieuOf(
  known: KnownAccessPlace,
): Readonly<{ lieu: Lieu }> | Readonly<{ why: readonly NationalRejection[] }> {
  const why: readonly (NationalRejection | false)[] = [
    known.isDoubtful && 'doubtful',
    known.name.trim() === '' && 'noName',
    !PIVOT.test(pivotOf(known)) && 'noPivot',
    !TOWN.test(townOf(known)) && 'noCommune',
    postalCode(known) === '' && 'noPostal',
    known.address.trim() === '' ? 'noAddress' : !STREET.test(known.address) && 'badAddress',
  ]
  const wrong = why.filter(one => one !== false)
  return wrong.length > 0 ? { why: wrong } : { lieu: saidOf(known) }
}

const townOf = ({ communeName }: KnownAccessPlace): string =>
  communeName.replace(/[^\p{L}\d\-'’\s]/gu, ' ').trim()
const pivotOf = ({ siret }: KnownAccessPlace): string => siret.replace(/\s/g, '')

/** What the columns say of a place, whether or not the schema takes it. */
export function saidOf(known: KnownAccessPlace): Lieu {
  const phone = nationalPhone(known.phone)
  const services = servicesOf(known)
  const lieu: Lieu = {
    id: known.id,
    pivot: pivotOf(known),
    nom: known.name.trim(),
    commune: townOf(known),
    code_postal: postalCode(known),
    code_insee: INSEE.test(known.commune) ? known.commune : '',
    adresse: known.address.trim(),
    latitude: known.point ? String(known.point[0]) : '',
    longitude: known.point ? String(known.point[1]) : '',
    typologie: (Object.hasOwn(TYPOLOGIES, known.placeKind) && TYPOLOGIES[known.placeKind]) || '',
    telephone: phone,
    courriels: EMAIL.test(known.email) ? known.email : '',
    site_web: known.url,
    horaires: known.hours,
    presentation_resume:
      known.help.length > LONGEST_SUMMARY
        ? `${known.help.slice(0, LONGEST_SUMMARY - 1)}…`
        : known.help,
    presentation_detail: known.help.length > LONGEST_SUMMARY ? known.help : '',
    source: known.source,
    itinerance: 'Fixe',
    structure_parente: known.parent,
    date_maj: known.day,
    services: services.join('|'),
    modalites_acces: services.length > 0 ? accessOf(known, phone).join('|') : '',
  }
  return Object.fromEntries(Object.entries(lieu).filter(([, value]) => value !== ''))
}

/**
 * The address's own, else the commune's where it has only one: which of two is nobody's to guess.
 */
function postalCode(known: KnownAccessPlace): string {
  const own = /\b\d{5}\b/.exec(known.address)?.[0]
  const all = [...new Set(known.postalCodes.match(/\d{5}/g) ?? [])]
  return own ?? (all.length === 1 ? all[0]! : '')
}

/** One French number, with its prefix; any other is left out. */
export function nationalPhone(typed: string): string {
  const figures = typed.replace(/\(0\)/, '').replace(/[^+\d]/g, '')
  const whole = figures.startsWith('+') ? figures : figures.replace(/^00/, '+').replace(/^0/, '+33')
  return PHONE.test(whole) ? whole : ''
}

/** The nine services of the schema, in its order. */
const SERVICES = [
  'Aide aux démarches administratives',
  'Maîtrise des outils numériques du quotidien',
  'Insertion professionnelle via le numérique',
  'Utilisation sécurisée du numérique',
  'Parentalité et éducation avec le numérique',
  'Loisirs et créations numériques',
  'Compréhension du monde numérique',
  'Accès internet et matériel informatique',
  'Acquisition de matériel informatique à prix solidaire',
] as const
export const isService = (said: string): boolean => isOneOf(SERVICES, said)

/**
 * What is said to be there, and no more: computers are an access, help with papers is help with
 * papers.
 */
function servicesOf({ computers, help, services }: KnownAccessPlace): readonly string[] {
  const papers = /d[ée]marches?|imp[oô]ts|dossiers?|administrati/i.test(help)
  const everyday = /d[ée]butant|initiation|apprendre|prise en main|bases/i.test(help)
  const said = new Set([
    ...services,
    ...(papers ? ['Aide aux démarches administratives'] : []),
    ...(everyday ? ['Maîtrise des outils numériques du quotidien'] : []),
    ...(computers > 0 ? ['Accès internet et matériel informatique'] : []),
  ])
  return SERVICES.filter(one => said.has(one))
}

const accessOf = ({ hours }: KnownAccessPlace, phone: string): readonly string[] => [
  ...(hours === '' ? [] : ['Se présenter']),
  ...(phone === '' ? [] : ['Téléphoner']),
]
