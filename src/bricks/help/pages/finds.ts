import { html } from '../../../contract/html.ts'
import type { Slots } from '../../../contract/slots.ts'
import { fold } from '../../../core/letters/words.ts'
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

/** Passages of the help that say every word that is looked for, in the heading or the text. */
export const finds: NonNullable<Slots<typeof fr>['finds']> = (kit, _read, words, asked) => {
  const wanted = fold(asked)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word.length >= SHORTEST)
    .map(word => word.replace(/(?:es|e|s|x)$/, ''))
  const isFound = ({ heading, text }: Passage): boolean => {
    const said = fold(`${heading} ${text}`)
    return wanted.every(word => said.includes(word))
  }
  const found = wanted.length === 0 ? [] : Object.entries(CHAPTERS)
  const items = found.flatMap(([name, { [kit.request.lang]: chapter }]) =>
    passagesIn(chapter, kit.wordAt)
      .filter(isFound)
      .map(({ heading, text }) =>
        notice({
          title: heading,
          href: `${HELP}/${name}#${anchorOf(heading)}`,
          where: html`${chapter.title} · ${text}`,
        }),
      ),
  )
  return { title: words.title, items: items.slice(0, MOST) }
}
