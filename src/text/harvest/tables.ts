import { pattern } from '../../core/pattern.ts'
import type { SectionedBlock } from './sections.ts'

/** A cell of a row; `from` is its offset in the page. */
export type NoteCell = Readonly<{ from: number; text: string }>
/**
 * What the rows of a table are, by their first row: things to do, needs, offers, days, decisions,
 * projects, ideas. `header`, `budget`: nothing to propose; '': a table that nothing names.
 */
export type TableKind =
  | ''
  | 'header'
  | 'budget'
  | 'tasks'
  | 'needs'
  | 'offers'
  | 'events'
  | 'decisions'
  | 'projects'
  | 'ideas'
/** A row of a table, by its columns; `note`: cells that are read as sentences. */
export type NoteRow = Readonly<{
  kind: TableKind
  who?: NoteCell
  what?: NoteCell
  when?: NoteCell
  hour?: NoteCell
  where?: NoteCell
  count?: NoteCell
  giver?: NoteCell
  project?: NoteCell
  need?: NoteCell
  note?: NoteCell
}>
type Column = Exclude<keyof NoteRow, 'kind'> | 'vote' | 'money' | 'other'
/** Where rows stand: blocks of a page, with its readings. */
export type TabledText = Readonly<{
  blocks: readonly SectionedBlock[]
  clear: string
  plain: string
}>

/** The head of a first column that says what its rows are. */
const FIRST: readonly (readonly [TableKind, RegExp])[] = [
  ['budget', /^(?:budget|depenses?|recettes?|postes? (?:de|budg)|charges|produits|compte)\b/],
  [
    'needs',
    /^(?:il (?:nous )?(?:manque|faut)|besoins?|on (?:cherche|manque)|manques?|a trouver)\b/,
  ],
  [
    'offers',
    pattern()`
      ^(?:on (?:nous )?(?:propose|prete|donne|offre)|offres?|propositions? (?:de|d')
      |dons?|prets?|a (?:donner|preter)|ce qu'on nous)\b
    `,
  ],
  ['decisions', /^(?:decide|decisions?|vote|resolutions?|deliberations?|adopte)\b/],
  ['ideas', /^(?:idees?|suggestions?|pistes?)\b/],
]
const COLUMNS: readonly (readonly [Column, RegExp])[] = [
  ['money', /^(?:depenses?|recettes?|montants?|couts?|prix|budget|total|solde|€|euros)\b|^€/],
  ['vote', /^(?:pour|contre|abst(?:entions?)?\.?)$/],
  ['giver', /^(?:de la part de|de qui|donateurs?|donne par|prete par|propose par|chez qui)\b/],
  [
    'who',
    pattern()`
      ^(?:par )?(?:qui|responsables?|pilotes?|referente?s?|porteurs?|en charge)\b
    `,
  ],
  ['hour', /^(?:heures?|horaires?)\b/],
  ['where', /^(?:ou|lieux?|endroits?|salles?)$/],
  ['count', /^(?:combien|nombre|nb\b|quantites?|qte)/],
  [
    'when',
    pattern()`
      ^(?:pour |avant )?(?:quand|echeances?|dates?|delais?|le|calendrier|limite|jours?)$
      |^(?:quand|echeances?|dates?|delais?|calendrier|limite|jours?)\b
    `,
  ],
  ['what', /^(?:quoi|actions?|taches?|objet|sujets?|travail|a faire|chose|intitule|evenements?)\b/],
  [
    'need',
    pattern()`
      ^(?:ce qu(?:i|'il|'il nous) (?:manque|faut)|manques?\b|manquant|besoins?|il (?:faut|manque)
      |a trouver|recherche|on cherche)
    `,
  ],
  [
    'project',
    pattern()`
      ^(?:noms? (?:de l'|du |de la ))?(?:activites?|projets?|ateliers?|animations?|groupes?|stands?
      |chantiers?|commissions?|poles?|initiatives?)\b
    `,
  ],
  ['note', /^(?:a (?:voir|savoir|noter)|remarques?|observations?|commentaires?|notes?|suites?)\b/],
  [
    'other',
    pattern()`
      ^(?:contacts?|personnes?|n°|no\b|etat|statut|avancement|ou on en est|conditions?|inscrits?
      |pour quoi)
    `,
  ],
]

function cellsOf({ clear }: TabledText, from: number, to: number): readonly NoteCell[] {
  const said = clear.slice(from, to)
  const sign = said.includes('|') ? '|' : '\t'
  const lead = sign === '|' ? (/^\s*\|/.exec(said)?.[0].length ?? 0) : 0
  const cells: NoteCell[] = []
  let at = lead
  for (const raw of said
    .slice(lead)
    .replace(/\|\s*$/, '')
    .split(sign)) {
    const inner = raw.length - raw.trimStart().length
    cells.push({ from: from + at + inner, text: raw.trim() })
    at += raw.length + 1
  }
  return cells
}

type Header = Readonly<{ kind: TableKind; columns: readonly (Column | undefined)[] }>
/** What a first row names, or undefined when it is not one. */
function headerOf({ plain }: TabledText, cells: readonly NoteCell[]): Header | undefined {
  const low = cells.map(cell =>
    plain.slice(cell.from, cell.from + cell.text.length).replace(/^[^a-z€]+/, ''),
  )
  const columns = low.map((said, at) =>
    cells[at]!.text.length < 28 ? COLUMNS.find(([, is]) => is.test(said))?.[0] : undefined,
  )
  const kinds = new Set(columns.filter(Boolean))
  const first = FIRST.find(([, is]) => is.test(low[0]!) && low[0]!.length < 28)?.[0]
  const named = first && columns.slice(1).some(Boolean) ? first : undefined
  if (cells.length > 9 || (!named && kinds.size < 2)) return undefined
  const what: readonly (Column | undefined)[] =
    named && named !== 'budget' ? ['what', ...columns.slice(1)] : columns
  return { kind: named ?? kindBy(kinds, low), columns: what }
}

/** The head of a column of days by which something is due. */
const DUE = /^(?:pour (?:le|quand)|avant|echeances?|delais?|limite)\b/
function kindBy(columns: ReadonlySet<Column | undefined>, low: readonly string[]): TableKind {
  if (columns.has('money') && !columns.has('who')) return 'budget'
  if (columns.has('project')) return 'projects'
  if (!columns.has('what')) return ''
  if (columns.has('who') || low.some(said => DUE.test(said))) return 'tasks'
  return columns.has('when') && (columns.has('where') || columns.has('hour')) ? 'events' : ''
}

const read = new WeakMap<readonly SectionedBlock[], ReadonlyMap<number, NoteRow>>()

/**
 * Every row of the tables whose first row names its columns, by the offset of its block; the first
 * rows too. A page is read once.
 */
export function rowsOf(page: TabledText): ReadonlyMap<number, NoteRow> {
  const before = read.get(page.blocks)
  if (before) return before
  const rows = new Map<number, NoteRow>()
  let header: Header | undefined
  for (const block of page.blocks) {
    if (block.mark !== 'row') {
      header = undefined
      continue
    }
    const cells = cellsOf(page, block.from, block.to)
    const next = headerOf(page, cells)
    if (next) {
      header = next
      rows.set(block.from, { kind: 'header' })
    } else if (header && !/^[\s|:+-]*$/.test(page.clear.slice(block.from, block.to)))
      rows.set(block.from, rowOf(header, cells))
  }
  read.set(page.blocks, rows)
  return rows
}

function rowOf({ kind, columns }: Header, cells: readonly NoteCell[]): NoteRow {
  const by = new Map<Column, NoteCell>()
  for (const [at, column] of columns.entries()) {
    const cell = cells[at]
    if (column && cell?.text && !by.has(column)) by.set(column, cell)
  }
  return { kind, ...Object.fromEntries(by) }
}
