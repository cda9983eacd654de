import { html } from '../../../contract/html.ts'
import type { Slots } from '../../../contract/slots.ts'
import { isAmong, wordsOf } from '../../../core/letters/words.ts'
import { notice } from '../../../ui/board.ts'
import { type Chapter, HELP, type HelpBlock } from '../model/chapter.ts'
import type { fr } from '../words/fr.ts'
import { CHAPTERS } from './chapters.ts'
import { anchorOf, plainIn, type WordAt } from './text.ts'

/** A piece of the help that a search may find, under its heading. */
type Passage = Readonly<{ heading: string; text: string }>

/** Shorter words say nothing of what is looked for (*de*, *la*, *un*). */
const SHORTEST = 3
const MOST = 8

/** The texts of a block, of which each is found by itself. */
function textsIn(block: HelpBlock, wordAt: WordAt): readonly string[] {
  const texts =
    typeof block === 'string'
      ? [block]
      : 'rows' in block
        ? block.rows.map(row => row.join('\u00a0: '))
        : 'steps' in block
          ? block.steps
          : 'list' in block
            ? block.list
            : []
  return texts.map(text => plainIn(text, wordAt))
}

function passagesIn({ blocks }: Chapter, wordAt: WordAt): readonly Passage[] {
  let heading = ''
  return blocks.flatMap(block => {
    if (typeof block !== 'string' && 'heading' in block) heading = block.heading
    return textsIn(block, wordAt).map(text => ({ heading, text }))
  })
}

type Words = typeof fr

/**
 * For the keeper, whose manual it is: passages that say every telling word that is looked for, in
 * the heading or the text; of several words, two at least: one alone (*âge d’or*) is about
 * something of the village.
 */
export const finds: NonNullable<Slots<Words>['finds']> = (kit, _read, words, asked) => {
  if (kit.request.by !== 'keeper') return undefined
  const all = wordsOf(asked).filter(word => word.length > 1)
  const wanted = all.filter(word => word.length >= SHORTEST)
  const isFound = ({ heading, text }: Passage): boolean => {
    const said = wordsOf(`${heading} ${text}`)
    const isSaid = (word: string): boolean => isAmong(word, said)
    return wanted.every(isSaid) && all.filter(isSaid).length >= Math.min(2, all.length)
  }
  const found = wanted.length === 0 ? [] : Object.entries(CHAPTERS)
  const items = found.flatMap(([name, { [kit.request.lang]: chapter }]) =>
    passagesIn(chapter, kit.wordAt)
      .filter(isFound)
      .map(({ heading, text }) =>
        notice({
          title: html`${heading}`,
          href: `${HELP}/${name}#${anchorOf(heading)}`,
          where: html`${chapter.title} · ${text}`,
        }),
      ),
  )
  return { title: words.title, items: items.slice(0, MOST) }
}
