import { blocksOf, type NoteBlock } from './blocks.ts'
import type { IsCommune } from './communes.ts'
import type { SectionKind } from './fr.ts'
import { headOf, type MeetingHead } from './head.ts'
import { clearOf, plainOf } from './mask.ts'
import { type NotePiece, piecesOf } from './pieces.ts'
import { type Names, namesOf } from './private.ts'
import { placed, type SectionedBlock } from './sections.ts'

/**
 * A meeting page as people write it: blocks, sections, sentences, each with its place in the text.
 */
export type NotesPage = Readonly<{
  text: string
  /** Same length as `text`: see mask.ts. */
  clear: string
  plain: string
  blocks: readonly SectionedBlock[]
  /** Sentences and items, in order. */
  pieces: readonly NotePiece[]
  head: MeetingHead
  /** The names of everybody in the lists of people: no proposed title may hold one. */
  names: Names
}>
export type { MeetingHead, NoteBlock, NotePiece, SectionedBlock, SectionKind }

/**
 * Reads a text as a meeting page. Never throws: any string has blocks, perhaps none. Law: offsets
 * always slice inside `text`.
 */
export function notesPage(text: string, isCommune: IsCommune = () => false): NotesPage {
  const clear = clearOf(text)
  const plain = plainOf(clear)
  const blocks = placed(blocksOf(clear), clear, plain)
  const head = headOf(blocks, clear, plain, isCommune)
  return {
    text,
    clear,
    plain,
    blocks,
    pieces: piecesOf(blocks, clear, plain, head),
    head,
    names: namesOf(head.people),
  }
}

/** Which block of the page holds this place: the last that begins at it or before. */
export function blockAt(page: NotesPage, offset: number): number {
  let [low, high] = [0, page.blocks.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (page.blocks[middle]!.from <= offset) low = middle
    else high = middle - 1
  }
  return low
}
