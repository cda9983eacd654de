import type { Paper, PrintBlock, PrintText } from '../contract/paper.ts'
import { uiWords } from '../ui/words.ts'

const isBlank = (words: PrintText): boolean =>
  typeof words === 'string'
    ? !/[^\s\p{C}]/u.test(words)
    : words.every(run => isBlank(typeof run === 'string' ? run : Object.values(run).join('')))

/**
 * The same print, with a word for each title that says nothing: of a record whose title did not
 * fit, or of one made of signs that no letter shows.
 *
 * Law     PDF/UA wants a word in each heading: an empty one would stop the print.
 */
export function titled(paper: Paper): Paper {
  const { untitled } = uiWords(paper.lang)
  const named = (block: PrintBlock): PrintBlock => {
    if (block.is === 'beside')
      return { ...block, columns: block.columns.map(column => column.map(named)) }
    if (block.is === 'kept' || block.is === 'apart')
      return { ...block, blocks: block.blocks.map(named) }
    if (block.is === 'several') return { ...block, each: block.each.map(group => group.map(named)) }
    if (block.is === 'filling') return { ...block, blocks: block.blocks.map(named) }
    if (block.is === 'masthead') return isBlank(block.title) ? { ...block, title: untitled } : block
    return (block.is === 'title' || block.is === 'heading') && isBlank(block.words)
      ? { ...block, words: untitled }
      : block
  }
  return {
    ...paper,
    title: isBlank(paper.title) ? untitled : paper.title,
    blocks: paper.blocks.map(named),
    ...(paper.each ? { each: paper.each.map(card => card.map(named)) } : {}),
  }
}
