import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** The sentences, words and links from which topics are learnt, and what is wrong with them. */

/** Where the files stand. */
export const TOPICS = 'src/bricks/offers/topics'

/** A sentence and its topics, as `NAME.tsv` has them. */
export type TopicSentence = Readonly<{ where: string; topics: readonly string[]; text: string }>
/** Words of a topic, as `NAME-champs.tsv` has them: sure alone, or in company. */
export type TopicField = Readonly<{
  where: string
  topic: string
  sure: readonly string[]
  beside: readonly string[]
}>
/** An offer of one topic that answers or helps a need of another, as `NAME-liens.tsv` has it. */
export type TopicLink = Readonly<{
  where: string
  offer: string
  need: string
  level: 'answers' | 'serves'
  offerSaid: string
  needSaid: string
}>
/** Two sentences that share words and must not meet, as `NAME-pieges.tsv` has them. */
export type TopicTrap = Readonly<{ where: string; offerSaid: string; needSaid: string }>
export type TopicLines = Readonly<{
  sentences: readonly TopicSentence[]
  fields: readonly TopicField[]
  links: readonly TopicLink[]
  traps: readonly TopicTrap[]
  faults: readonly string[]
}>

const LEVELS: Readonly<Record<string, TopicLink['level']>> = {
  repond: 'answers',
  répond: 'answers',
  servir: 'serves',
}
const COLUMNS = {
  sentences: 'sujet cote phrase',
  fields: 'sujet surs appuis',
  links: 'offre demande niveau phrase_offre phrase_demande',
  traps: 'phrase_offre phrase_demande pourquoi',
} as const
type Part = keyof typeof COLUMNS

const ENDINGS: Readonly<Record<string, Part>> = {
  champs: 'fields',
  liens: 'links',
  pieges: 'traps',
}
const partOf = (file: string): Part => ENDINGS[/-(\w+)\.tsv$/.exec(file)?.[1] ?? ''] ?? 'sentences'
const listed = (text: string, by: string): readonly string[] =>
  text
    .split(by)
    .map(one => one.trim())
    .filter(Boolean)

type Row = Readonly<{ where: string; part: Part; cells: readonly string[] }>
function rowsOf(path: string, faults: string[]): readonly Row[] {
  const file = basename(path)
  const part = partOf(file)
  const columns = COLUMNS[part].split(' ')
  const [head, ...rows] = readFileSync(path, 'utf8').split(/\r?\n/)
  if (head !== columns.join('\t'))
    faults.push(`${file}:1: the first line must be ${columns.join(', ')}, parted by tabs`)
  return rows.flatMap((row, at) => {
    if (row.trim() === '' || row.startsWith('#')) return []
    const where = `${file}:${at + 2}`
    const cells = row.split('\t').map(cell => cell.trim())
    if (cells.length === columns.length) return [{ where, part, cells }]
    faults.push(`${where}: ${cells.length} columns, and ${columns.length} are needed`)
    return []
  })
}

/** All files of a folder. A fault is a sentence with file and line; a faulty line is left out. */
export function topicLines(folder: string = TOPICS): TopicLines {
  const faults: string[] = []
  if (!existsSync(folder)) return { sentences: [], fields: [], links: [], traps: [], faults: [] }
  const rows = globSync(join(folder, '*.tsv'))
    .toSorted()
    .flatMap(path => rowsOf(path, faults))
  const of = (part: Part) => rows.filter(row => row.part === part)
  const sentences = of('sentences').flatMap(
    ({ where, cells: [named = '', side = '', text = ''] }) => {
      const topics = listed(named, '+')
      const isWhole = topics.length > 0 && text !== '' && /^(offre|demande)$/.test(side)
      if (!isWhole) faults.push(`${where}: sujet, cote (offre or demande) and phrase are needed`)
      return isWhole ? [{ where, topics, text }] : []
    },
  )
  const known = new Set(sentences.flatMap(({ topics }) => topics))
  const isKnown = (where: string, topic: string): boolean => {
    if (!known.has(topic)) faults.push(`${where}: no sentence has the topic “${topic}”`)
    return known.has(topic)
  }
  const fields = of('fields').flatMap(({ where, cells: [topic = '', sure = '', beside = ''] }) =>
    isKnown(where, topic)
      ? [{ where, topic, sure: listed(sure, ','), beside: listed(beside, ',') }]
      : [],
  )
  const links = of('links').flatMap(({ where, cells }) => {
    const [offer = '', need = '', said = '', offerSaid = '', needSaid = ''] = cells
    const level = LEVELS[said]
    if (level === undefined) faults.push(`${where}: niveau is repond or servir`)
    const areKnown = [offer, need].every(topic => isKnown(where, topic))
    return level && areKnown ? [{ where, offer, need, level, offerSaid, needSaid }] : []
  })
  const traps = of('traps').map(({ where, cells: [offerSaid = '', needSaid = ''] }) => ({
    where,
    offerSaid,
    needSaid,
  }))
  return { sentences, fields, links, traps, faults }
}
