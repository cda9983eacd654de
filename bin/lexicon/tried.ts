import { thingInFrench } from '../../src/bricks/offers/model/matching/english-things.ts'
import { saidBy } from '../../src/bricks/offers/model/matching/meaning.ts'
import type { SpokenNotice } from '../../src/bricks/offers/model/matching/spoken.ts'
import { phraseOf } from '../../src/bricks/offers/model/matching/vocabulary.ts'
import {
  ANSWERS,
  levelOf,
  type Meeting,
  type MeetingLevel,
  meet,
} from '../../src/bricks/offers/pages/matching.ts'
import { wordsOf } from '../../src/core/letters/words.ts'
import { type LexiconLine, listed } from './lines.ts'

/** The example of a line, tried by the rules that pages use. */

const NOBODY = { who: null, reach: null, from: [] }
/** A sentence as a neighbour types it, and nothing beside it. */
export const noticeOf = (side: 'offer' | 'need', title: string): SpokenNotice => ({
  id: side,
  side,
  title,
  more: '',
  themes: [],
  commune: null,
  point: null,
  whose: NOBODY,
})
const SENTENCES = {
  même: 'the demande is not answered by the offre',
  sorte: 'the demande is not answered by the offre',
  faire: 'the demande is not answered by the offre',
  sens: 'the two are brought together, and are two things',
} as const

/** How far the example of a genre may go. */
const LEVELS: Readonly<Record<keyof typeof SENTENCES, readonly (MeetingLevel | undefined)[]>> = {
  même: ['answers'],
  sorte: ['answers'],
  faire: ['answers'],
  sens: [undefined],
}

/** What is wrong with the example of a line, and what was understood; undefined where it holds. */
export function failed(line: LexiconLine): readonly string[] | undefined {
  const { genre, name, offer, need } = line
  if (genre === 'champ') return ['a champ takes no example']
  if (genre === 'anglais') {
    const found = thingInFrench(need, false)
    return found === name ? undefined : [`“${need}” is understood as ${found ?? 'nothing'}`]
  }
  const [gives, asks] = [noticeOf('offer', offer), noticeOf('need', need)]
  const meeting = meet(gives, asks, [])
  const holds = LEVELS[genre].includes(levelOf(meeting))
  const isUsed = tellsOneOf(line)
  if (holds && isUsed) return undefined
  return [
    ...(holds ? [] : [`${SENTENCES[genre]}: ${scored(meeting)}`]),
    ...(isUsed ? [] : ['no word of mots stands in the example']),
    `  offre    ${understood(gives)}`,
    `  demande  ${understood(asks)}`,
  ]
}

/** Whether a word of `mots` stands in the example, in any inflection. */
function tellsOneOf({ genre, name, all, words, offer, need }: LexiconLine): boolean {
  if (genre === 'sens' && all.includes('@')) return true
  const told = new Set(wordsOf(`${offer} ${need}`).map(word => phraseOf(word)))
  // A thing of one name is known by it.
  return (words.length > 0 ? words : [name])
    .flatMap(word => listed(word.replace('!', '')))
    .some(word =>
      phraseOf(word)
        .split(' ')
        .every(stem => told.has(stem) || isBegun(stem, told)),
    )
}
/** *Ramoner* and *ramone*: a verb's stem may be longer than that of its forms. */
const isBegun = (stem: string, told: ReadonlySet<string>): boolean =>
  stem.length > 3 &&
  [...told].some(one => one.startsWith(stem) || one.startsWith(stem.slice(0, -1)))

function scored(meeting: Meeting | undefined): string {
  if (meeting === undefined) return 'score 0, nothing in common'
  const reasons = meeting.reasons.map(reason => reason.is)
  const doubts = meeting.doubts.map(doubt => doubt.not)
  return (
    `score ${meeting.score.toFixed(2)} of ${ANSWERS} at least, ` +
    `level: ${levelOf(meeting) ?? 'none'}` +
    `${reasons.length > 0 ? `; because: ${reasons.join(', ')}` : ''}` +
    `${doubts.length > 0 ? `; against: ${doubts.join(', ')}` : ''}`
  )
}

/** What is understood of a sentence: its doing, its things with what tells them apart, the rest. */
function understood(one: SpokenNotice): string {
  const said = saidBy(one)
  const things = said.things.map(({ key, said: written, mods }) => {
    const told = mods.length > 0 ? ` (${mods.map(mod => mod.key).join(', ')})` : ''
    return `${written} = ${key}${told}`
  })
  return [
    one.title,
    `act: ${said.act ?? said.todo ?? '–'}`,
    `things: ${things.join('; ') || '–'}`,
    ...(said.others.length > 0 ? [`beside: ${said.others.join(', ')}`] : []),
    ...(said.towards.length > 0
      ? [`towards: ${said.towards.map(({ key }) => key).join(', ')}`]
      : []),
    ...(said.sought ? ['looks for it'] : []),
    ...(said.hand ? ['arms'] : []),
  ].join(' · ')
}

/** Lines with an example, those of them that fail, and those without one. */
export type LexiconTrial = Readonly<{
  tried: readonly LexiconLine[]
  failures: readonly (readonly [LexiconLine, readonly string[]])[]
  bare: readonly LexiconLine[]
}>
export function tried(lines: readonly LexiconLine[]): LexiconTrial {
  const has = ({ offer }: LexiconLine) => offer !== ''
  const failures = lines.filter(has).flatMap(line => {
    const why = failed(line)
    return why === undefined ? [] : [[line, why] as const]
  })
  const bare = lines.filter(line => !has(line) && line.genre !== 'champ')
  return { tried: lines.filter(has), failures, bare }
}
