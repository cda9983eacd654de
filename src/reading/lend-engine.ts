import { fold } from '../core/letters/words.ts'
import type { Table } from './rows.ts'

/**
 * The items of a tool library that leaves Lend Engine, or the list that a village keeps of what it
 * lends, as things that are lent here.
 *
 * Source  `ItemExportController.php` of lend-engine-app: the headings of its `items.csv`. Later
 *         versions say *Item name*, *Item code*, *Deposit*.
 */

/** The headings of each value, folded. */
const HEADS = {
  name: ['name', 'item name', 'nom', 'designation', 'objet', 'materiel'],
  type: ['type', 'item type'],
  category: ['category', 'categorie', 'famille', 'sorte'],
  code: ['code', 'item code', 'sku', 'reference', 'ref', 'numero', 'n inventaire', 'inventaire'],
  serial: ['serial number', 'serial', 'numero de serie'],
  brand: ['brand', 'marque'],
  condition: ['condition', 'etat'],
  value: ['value (rrp)', 'value', 'replacement value', 'valeur'],
  paid: ['price paid', 'prix d achat'],
  fee: ['loan fee', 'tarif', 'prix de location', 'participation', 'location'],
  period: ['loan period', 'duree de pret', 'duree du pret'],
  deposit: ['deposit', 'caution', 'depot de garantie'],
  short: ['short description'],
  long: ['long description', 'description', 'remarques', 'observations'],
  care: ['care information', 'mode d emploi'],
  components: ['components', 'pieces', 'contenu', 'accessoires'],
} as const
type Head = keyof typeof HEADS
/** A table with a name and two of these comes from there. */
const SIGNS: readonly Head[] = [
  ...(['fee', 'period', 'care', 'components', 'paid', 'serial', 'deposit'] as const),
]

/**
 * The table with the sort and the condition said as here, and what a neighbour reads of an item in
 * one description; another table stays as it is.
 *
 * Law     a line stays a line. What was paid stands for the value where that is empty, and nowhere
 *         else. A fee of nothing is none; one that does not read stays, for somebody to see again.
 *         A period in days or weeks is its number of days; any other stays as it is written. A
 *         category that is no sort of ours stays in the description.
 */
export function asThingsLent(table: Table): Table {
  const at = columnsAt(table.headers)
  if (at.name === undefined || SIGNS.filter(head => at[head] !== undefined).length < 2) return table
  const cell = (row: readonly string[], head: Head): string => {
    const column = at[head]
    return column === undefined ? '' : (row[column] ?? '').trim()
  }
  const told = new Set(TOLD.flatMap(head => at[head] ?? []))
  const others = table.headers.map((_, i) => i).filter(i => !told.has(i))
  const described = (row: readonly string[]): string =>
    [
      ...(['short', 'long', 'brand'] as const).map(head => cell(row, head)),
      sortOf(cell(row, 'category')) === undefined ? cell(row, 'category') : '',
      ...(['serial', 'code'] as const).map(head => cell(row, head) && `N° ${cell(row, head)}`),
    ]
      .filter(Boolean)
      .join('\n')
  const made = (row: readonly string[]): readonly string[] => [
    cell(row, 'name'),
    sortOf(cell(row, 'category')) ?? sortOf(cell(row, 'type')) ?? 'tool',
    conditionOf(cell(row, 'condition')),
    described(row),
    costOf(cell(row, 'value')) || costOf(cell(row, 'paid')),
    costOf(cell(row, 'fee')),
    costOf(cell(row, 'deposit')),
    cell(row, 'components').replace(/\s*[,;\n]\s*/g, ';'),
    ...others.map(i => (i === at.period ? daysIn(row[i] ?? '') : (row[i] ?? ''))),
    ...row.slice(table.headers.length),
  ]
  const headers = [
    ...MADE.map(([head, name]) => ownHeading(table.headers[at[head] ?? -1]) ?? name),
    ...others.map(i => table.headers[i] ?? ''),
  ]
  return { ...table, headers, rows: table.rows.map(made) }
}

/** The headings of what is made, which are read as those of a table of ours. */
const MADE: readonly (readonly [head: Head, name: string])[] = [
  ['name', 'Name'],
  ['category', 'Kind'],
  ['condition', 'Condition'],
  ['long', 'Detail'],
  ['value', 'Value (RRP)'],
  ['fee', 'Loan fee'],
  ['deposit', 'Deposit'],
  ['components', 'Components'],
]
/** The file’s own heading, where it is read as well: whoever brings the file knows it again. */
const ownHeading = (heading: string | undefined): string | undefined =>
  heading !== undefined && READ_AS_IT_IS.has(fold(heading).trim()) ? heading : undefined
const READ_AS_IT_IS: ReadonlySet<string> = new Set([
  ...['nom', 'categorie', 'etat', 'description', 'valeur', 'tarif', 'caution', 'pieces'],
])
/** What is said again under them. */
const TOLD: readonly Head[] = [
  ...([
    'name',
    'type',
    'category',
    'condition',
    'short',
    'long',
    'brand',
    'serial',
    'code',
  ] as const),
  ...(['value', 'paid', 'fee', 'deposit', 'components'] as const),
]

function columnsAt(headers: readonly string[]): Readonly<Partial<Record<Head, number>>> {
  const said = headers.map(header => fold(header).trim())
  return Object.fromEntries(
    Object.entries(HEADS).flatMap(([head, names]) => {
      const found = names.map(name => said.indexOf(name)).find(i => i >= 0)
      return found === undefined ? [] : [[head, found]]
    }),
  )
}

/** Words that say a sort of ours. Other types are those of a shop: an item, stock, a service. */
const SORTS = [
  ['machine', /^(machines?|motorise|motor)/],
  ['vehicle', /^(vehicules?|vehicles?|remorques?|trailers?|velos?|bikes?)/],
  ['place', /^(local|locaux|salles?|lieux?|terrains?|rooms?|places?|venues?)/],
  ['desk', /^(bureaux?|postes? de travail|desks?)/],
  ['kit', /(^|\s)(kits?|malles?|lots?)\b/],
  ['animal', /^(animal|animaux|animals)/],
  ['tool', /^(outils?|outillage|tools?)/],
] as const
const sortOf = (said: string): string | undefined =>
  SORTS.find(([, words]) => words.test(fold(said).trim()))?.[0]

/** *A - As new*, *B - Fair*, *C - Poor*, *bon état*, *usé*; what is none of these as it stands. */
function conditionOf(said: string): string {
  const plain = fold(said).trim()
  if (/repair|broken|fault|damag|repar|casse|panne|hs\b/.test(plain)) return 'repair'
  if (/^a\b|new|good|excellent|neuf|neuve|\bbon/.test(plain)) return 'good'
  return /^[bc]\b|fair|poor|worn|used|use\b|usee|usage|moyen|vieux/.test(plain) ? 'worn' : said
}

/** *7 days*, *7 jours*, *2 semaines*: the number of days; any other text as it stands. */
function daysIn(said: string): string {
  const [, number = '', unit = ''] = /^(\d{1,4}) ?([a-z]+)$/.exec(fold(said).trim()) ?? []
  if (/^(j|jours?|d|days?)$/.test(unit)) return String(Number(number))
  return /^(semaines?|weeks?)$/.test(unit) ? String(7 * Number(number)) : said
}

/** Nothing, and words that say so, are none. */
const costOf = (said: string): string =>
  /^[0.,\s€-]*$/.test(said) || /^(gratuit|aucune?|sans|non|none|free)$/.test(fold(said).trim())
    ? ''
    : said
