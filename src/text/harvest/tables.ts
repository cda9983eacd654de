import { pattern } from '../../core/pattern.ts'
import type { NotesPage } from './page.ts'

/** A cell of a row; `from` is its offset in the page. */
export type NoteCell = Readonly<{ from: number; text: string }>
/**
 * A row of a table of what is to be done, or of what goes on (`project`, and what it lacks), by its
 * columns.
 */
export type NoteRow = Readonly<{
  who?: NoteCell
  what?: NoteCell
  when?: NoteCell
  project?: NoteCell
  need?: NoteCell
}>
type Column = keyof NoteRow

const COLUMNS: readonly (readonly [Column, RegExp])[] = [
  ['who', /^(?:par )?(?:qui|responsables?|pilotes?|referente?s?|porteurs?|personnes?|en charge)\b/],
  [
    'when',
    /^(?:pour |avant )?(?:quand|echeances?|dates?|delais?|le|calendrier|limite|jours?|horaires?)\b/,
  ],
  ['what', /^(?:quoi|actions?|taches?|objet|sujets?|travail|a faire|chose)\b/],
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
]

function cellsOf(page: NotesPage, from: number, to: number): readonly NoteCell[] {
  const said = page.clear.slice(from, to)
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

/** The columns that a first row names, or undefined when it is not one. */
function columnsOf(
  page: NotesPage,
  cells: readonly NoteCell[],
): readonly (Column | undefined)[] | undefined {
  const named = cells.map(cell => {
    const plain = page.plain.slice(cell.from, cell.from + cell.text.length).replace(/^[^a-z]+/, '')
    return cell.text.length < 28
      ? COLUMNS.find(([, pattern]) => pattern.test(plain))?.[0]
      : undefined
  })
  const kinds = new Set(named.filter(Boolean))
  return kinds.size >= 2 && cells.length <= 8 ? named : undefined
}

const read = new WeakMap<NotesPage, ReadonlyMap<number, NoteRow>>()

/**
 * Every row of the tables whose first row names who, what or when, by the offset of its block. A
 * page is read once.
 */
export function rowsOf(page: NotesPage): ReadonlyMap<number, NoteRow> {
  const before = read.get(page)
  if (before) return before
  const rows = new Map<number, NoteRow>()
  let columns: readonly (Column | undefined)[] | undefined
  for (const block of page.blocks) {
    if (block.mark !== 'row') {
      columns = undefined
      continue
    }
    const cells = cellsOf(page, block.from, block.to)
    const named = columnsOf(page, cells)
    if (named) columns = named
    else if (columns && !/^[\s|:+-]*$/.test(page.clear.slice(block.from, block.to))) {
      const at = (column: Column) => cells[columns?.indexOf(column) ?? -1]
      rows.set(
        block.from,
        Object.fromEntries(
          COLUMNS.flatMap(([column]) => (at(column) ? [[column, at(column)]] : [])),
        ),
      )
    }
  }
  read.set(page, rows)
  return rows
}
