import type { IsCommune } from './communes.ts'
import { composed } from './composed.ts'
import { cueExamples, cueRead, type HarvestCue, isFree } from './cues.ts'
import { type HarvestCandidate, harvestPage } from './harvest.ts'
import { notesPage } from './page.ts'
import type { HarvestRule } from './rule.ts'

/** A cue of a keeper, with the sentence that tries it. */
export type ExampledCue = Readonly<HarvestCue & { example: string }>
/**
 * Why a cue is no help. `bare`: it has no word of its own. `apart`: its words are not in its
 * example. `wide`: it marks so many sentences that it says nothing. `read`: the rules read the
 * example already. `empty`: nothing of the example can be shown.
 */
export type CueFault = 'bare' | 'apart' | 'wide' | 'read' | 'empty'
export type CueTried = Readonly<{
  /** What the page reads in the example, people aside. */
  found: readonly HarvestCandidate[]
  fault?: CueFault
}>

/** More would take a machine long: each `…` may stand for sixty letters. */
const MOST_WORDS = 12
const MOST_GAPS = 2
/** A cue may mark one sentence in three, and three of a short page. */
const WIDE = 1 / 3
const FEW = 3
const MOST_TEXT = 60_000

/**
 * A cue as a keeper writes it, tried on its own example, on the notes beside it and on the examples
 * of the program.
 *
 * Law     a cue without a fault marks its example, and a third of the sentences at most.
 */
export function cueTried(
  cue: ExampledCue,
  {
    rules,
    isCommune,
    notes,
  }: Readonly<{ rules: readonly HarvestRule[]; isCommune: IsCommune; notes: string }>,
): CueTried {
  const own = `own.${cue.kind}`
  const tokens = cue.words.trim().split(/\s+/)
  const words = tokens.filter(token => /\p{L}{2}/u.test(token) && !/^(?:INF|ACT)$/i.test(token))
  const gaps = tokens.filter(token => token === '…').length
  if (words.join('').length < 4 || tokens.length > MOST_WORDS || gaps > MOST_GAPS)
    return { found: [], fault: 'bare' }
  // As an item of a list: alone, a short sentence would be the title of the page.
  const start = 'Notes\n\n- '
  const text = `${start}${cue.example.replace(/\s+/g, ' ').trim()}`
  const found = harvestPage(text, rules, isCommune, { cues: [cue] }).candidates.filter(
    one => !one.private && one.source.to > start.length,
  )
  const fault = faultOf(cue, text, { found, own, notes })
  return { found, ...(fault ? { fault } : {}) }
}

type Tried = Readonly<{ found: readonly HarvestCandidate[]; own: string; notes: string }>
function faultOf(
  cue: ExampledCue,
  text: string,
  { found, own, notes }: Tried,
): CueFault | undefined {
  const { is } = cueRead(cue, own)
  const marked = (of: string): readonly boolean[] =>
    notesPage(composed(of).text)
      .pieces.filter(isFree)
      .map(piece => is.test(piece.plain))
  if (!marked(text).includes(true)) return 'apart'
  const examples = cueExamples().map(one => `- ${one.example}`)
  for (const page of [notes.slice(0, MOST_TEXT), ['Notes\n', ...examples].join('\n')]) {
    const all = marked(page)
    const n = all.filter(Boolean).length
    if (n > FEW && n > all.length * WIDE) return 'wide'
  }
  if (found.some(one => one.rule === own)) return undefined
  return found.length > 0 ? 'read' : 'empty'
}
