import { type FilledBox, SEARCHES } from '../filled.ts'
import { LISTS } from '../pages.ts'

/** A kind of page: some addresses of it, asked in turn. */
export type PageKind = Readonly<{ what: string; paths: readonly string[] }>

/** Records of a kind that are asked again and again. */
const SAME = 5
const ADDRESSES = [
  '/',
  ...LISTS,
  '/annonces?commune=42195',
  '/annonces/proposer',
  '/agenda',
  '/annuaire',
  '/annuaire?commune=42195',
  '/annuaire/lieux',
  '/carte',
  '/idees',
  '/aide',
]
const RECORDS = [
  ['a notice', '/annonces/'],
  ['a place', '/annuaire/lieux/'],
  ['a group', '/annuaire/acteurs/'],
  ['a project', '/annuaire/projets/'],
  ['an event', '/agenda/'],
  ['an idea', '/idees/idee/'],
  ['a theme', '/themes/'],
] as const

/** Twenty-five. */
export function kindsOf({ pages }: FilledBox): readonly PageKind[] {
  const records = RECORDS.map(([what, prefix]): PageKind => {
    const all = pages.filter(path => path.startsWith(prefix))
    const step = Math.max(1, Math.floor(all.length / SAME))
    return { what, paths: all.filter((_, i) => i % step === 0).slice(0, SAME) }
  })
  const others = pages.filter(path => path.startsWith('/annonces/')).slice(-SAME)
  const searches = [0, 1, 2].map(n => ({
    what: `search ${n + 1}`,
    paths: SEARCHES.filter((_, i) => i % 3 === n),
  }))
  const all = [
    ...ADDRESSES.map(path => ({ what: path, paths: [path] })),
    ...records,
    { what: 'another notice', paths: others },
    ...searches,
  ]
  return all.filter(kind => kind.paths.length > 0)
}

const NAMES = ['Anaïs', 'Jo', 'Marcel', 'Louise', 'Nadia', 'Karim'] as const
const THINGS = [
  'une échelle',
  'des plants de tomates',
  'du bois sec',
  'un coup de main pour la haie',
  'une remorque',
  'des chaises pliantes',
  'une machine à coudre',
  'un broyeur à végétaux',
  'des pommes',
  'un vélo d’enfant',
  'des bocaux',
  'une brouette',
] as const
let sent = 0

/** A notice of somebody, which home shows among the newest; no two have one title. */
export function noticeSent(): Readonly<{ page: string; fields: Readonly<Record<string, string>> }> {
  const n = sent++
  const [who, thing] = [NAMES[n % NAMES.length]!, THINGS[n % THINGS.length]!]
  const asks = n % 3 === 2
  return {
    page: asks ? '/annonces/chercher' : '/annonces/proposer',
    fields: {
      title: `${who} ${asks ? 'cherche' : 'propose'} ${thing} (${n + 1})`,
      who,
      reach: 'au local le mercredi après-midi',
      detail: 'Plutôt le soir ou le samedi matin ; on peut passer voir sans prévenir.',
    },
  }
}
