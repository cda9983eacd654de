import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { phraseOf } from '../../src/bricks/offers/model/matching/vocabulary.ts'

/** The lines of the lexicon's files, and what is wrong with them. */

/** Where the files stand. */
export const LEXICON = 'src/bricks/offers/lexicon'
const COLUMNS = ['genre', 'nom', 'mots', 'offre', 'demande']
const ALL = COLUMNS.join(', ')
/** The kinds of lines; the README of the folder says what each means. */
export const GENRES = ['même', 'sorte', 'faire', 'champ', 'sens', 'anglais'] as const
export type LexiconGenre = (typeof GENRES)[number]

/**
 * One line.
 *
 * Shape   `where`: file and line; `words`: what is parted by commas; of `sens` each sense (`all`);
 *         `offer`, `need`: its example, both empty where it has none.
 */
export type LexiconLine = Readonly<{
  where: string
  genre: LexiconGenre
  name: string
  words: readonly string[]
  all: string
  offer: string
  need: string
}>
export type LexiconRead = Readonly<{ lines: readonly LexiconLine[]; faults: readonly string[] }>

export const listed = (text: string): readonly string[] =>
  text
    .split(',')
    .map(one => one.trim())
    .filter(Boolean)

/** What one file says. `file`: its name, as faults say it. */
export function linesIn(text: string, file: string): LexiconRead {
  const lines: LexiconLine[] = []
  const faults: string[] = []
  text.split(/\r?\n/).forEach((row, at) => {
    const where = `${file}:${at + 1}`
    if (at === 0) {
      if (row !== COLUMNS.join('\t'))
        faults.push(`${where}: the first line must be ${ALL}, parted by tabs`)
    } else if (row.trim() !== '' && !row.startsWith('#')) {
      const read = lineOf(row, where)
      if (typeof read === 'string') faults.push(`${where}: ${read}`)
      else lines.push(read)
    }
  })
  return { lines, faults }
}

/** A line, or what is wrong with it. */
function lineOf(row: string, where: string): LexiconLine | string {
  const cells = row.split('\t').map(cell => cell.trim())
  if (cells.length !== COLUMNS.length)
    return `${cells.length} columns parted by tabs, and ${COLUMNS.length} are needed: ${ALL}`
  const [said = '', name = '', all = '', offer = '', need = ''] = cells
  const genre = GENRES.find(one => one === said.normalize('NFC'))
  if (genre === undefined) return `no genre is called “${said}”: ${GENRES.join(', ')}`
  const words = listed(all.replaceAll('|', ','))
  const line: LexiconLine = { where, genre, name, words, all, offer, need }
  return faultOf(line) ?? line
}

function faultOf({ genre, name, words, all, offer, need }: LexiconLine): string | undefined {
  if (name === '') return 'no nom'
  // A thing that has one name only is known by it.
  if (words.length === 0 && genre !== 'même') return `no mots beside “${name}”`
  const empty = [name, ...words].find(one => !/[@!]/.test(one) && phraseOf(one) === '')
  if (empty !== undefined && genre !== 'anglais') return `“${empty}” has no telling word`
  if ((offer === '') !== (need === '')) return 'an example needs both its offre and its demande'
  if (/[,|;]/.test(name)) return 'several names stand in nom: one stays, the others go to mots'
  if (/[;=]/.test(all)) return 'mots are parted by commas'
  if (genre !== 'sens') return all.includes('|') ? 'only sens has senses parted by |' : undefined
  const isSplit = all.split('|').length > 1 && all.split('|').every(one => listed(one).length > 0)
  return isSplit ? undefined : 'sens needs two senses at least, parted by |'
}

/** What lines say twice, or of what is not there, a sentence each. */
export function faultsAmong(lines: readonly LexiconLine[]): readonly string[] {
  const claimed = new Map<string, LexiconLine>()
  const fields = new Set(lines.filter(({ genre }) => genre === 'champ').map(({ name }) => name))
  return lines.flatMap(line => {
    const doubled = claimsOf(line).flatMap(name => {
      const claim = `${line.genre} ${comparedIn(line, name)}`
      const first = claimed.get(claim)
      claimed.set(claim, first ?? line)
      if (first === undefined || first === line) return []
      const there = `${first.where} (${line.genre} ${first.name})`
      return [`${line.where}: “${name}” stands already in ${there}`]
    })
    const lost = line.words
      .map(word => word.replace('!', ''))
      .filter(word => line.genre === 'sens' && word.startsWith('@') && !fields.has(word.slice(1)))
    return [...doubled, ...lost.map(word => `${line.where}: no champ is called “${word.slice(1)}”`)]
  })
}
/** Names that only one line of its genre may have. */
function claimsOf({ genre, name, words }: LexiconLine): readonly string[] {
  if (genre === 'même' || genre === 'faire') return [name, ...words]
  if (genre === 'sens' || genre === 'champ') return [name]
  return genre === 'anglais' ? words : []
}
/** Doings and English are compared as they are written, the others by their stems. */
const comparedIn = ({ genre }: LexiconLine, name: string): string =>
  genre === 'faire' || genre === 'anglais' ? name.toLowerCase() : phraseOf(name)

/** Every file of a folder, and one beside them that stands in place of one of its name. */
export function lexiconIn(folder = LEXICON, beside?: string): LexiconRead {
  const files = globSync('*.tsv', { cwd: folder })
    .sort()
    .filter(file => beside === undefined || file !== basename(beside))
    .map(file => join(folder, file))
  const read = [...files, ...(beside === undefined ? [] : [beside])].map(file =>
    linesIn(readFileSync(file, 'utf8'), file),
  )
  const lines = read.flatMap(one => one.lines)
  return { lines, faults: [...read.flatMap(one => one.faults), ...faultsAmong(lines)] }
}
