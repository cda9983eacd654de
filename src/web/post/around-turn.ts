import type { Brick } from '../../contract/brick.ts'
import type { Input } from '../../core/form/input.ts'
import type { Lang } from '../../core/lang.ts'
import { waitsAs } from '../../engine/records/sent.ts'
import type { Worded } from '../../engine/worded.ts'
import type { PageSource } from '../pages/kit.ts'

/**
 * The work of bricks beside a turn, before it and after its commit. Matching takes long: it runs in
 * the thread of pages, so that nobody else’s turn waits for it
 * (`docs/decisions/0047-matching-outside-the-turn.md`).
 */

type Reads = Pick<PageSource, 'bricks' | 'read'>
type Named = Readonly<{ brick: string; command: string }>
const brickOf = ({ bricks }: Reads, name: string): Brick | undefined =>
  bricks.find(one => one.name === name)

/** Computes, before the turn, the text that its command compares with what stands then. */
export function lookedFor(
  source: Reads,
  { brick, command }: Named,
  input: Input,
): Readonly<{ looked?: string }> {
  const looked = brickOf(source, brick)?.slots?.looks?.[command]?.(input, source.read)
  return looked === undefined ? {} : { looked }
}

/** Computes, after the commit, the turn's own sentence with the one that its brick adds to it. */
export function saidAfter(
  source: Reads,
  { brick, lang, today }: Readonly<{ brick: string; lang: Lang; today: string }>,
  { said, sent }: Extract<Worded, { done: true }>,
): string | undefined {
  const of = sent === undefined ? undefined : brickOf(source, brick)
  const waits = of?.slots?.onceSent && sent !== undefined && waitsAs(source.read, sent)
  const more = waits ? of.slots.onceSent(waits, source.read, of.words[lang], today) : ''
  return more ? [said, more].filter(Boolean).join(' ') : said
}
