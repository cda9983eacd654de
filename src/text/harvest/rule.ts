import type { NotePiece, NotesPage } from './page.ts'

/**
 * A tie to another piece, said by kind and by a title or a place in the text; the harvest resolves
 * it.
 */
export type FoundLink = Readonly<{ rel: string; kind: string; title?: string; at?: number }>

/** One piece that a rule found in a meeting page; offsets are UTF-16 units of the page's text. */
export type FoundPiece = Readonly<{
  /** A record type's name. */
  kind: string
  title: string
  /** Fields of that record type, by its own names. */
  fields: Readonly<Record<string, unknown>>
  from: number
  to: number
  /** 0 to 1: which of two rules that read the same words is believed. */
  certainty: number
  /** The rule that found it: *need.told*. Its counts give the ink (ink.ts). */
  rule: string
  /** True: stays in `home` until the person agrees. */
  private?: boolean
  /** People and bodies that the text ties to it, as it names them. */
  links?: readonly FoundLink[]
}>
/** How a brick recognises its own types in a page. Pure. */
export type HarvestRule = Readonly<{
  kinds: readonly string[]
  find: (page: NotesPage, found: readonly FoundPiece[]) => readonly FoundPiece[]
  /**
   * What a sentence is that a person picked as one of these kinds, where `find` sees nothing of the
   * kind in it. Absent, or without an answer: its words are its title.
   */
  make?: (page: NotesPage, piece: NotePiece, kind: string) => PickedPiece | undefined
}>
/** A title and fields, made of a sentence that a person picked. */
export type PickedPiece = Readonly<{
  title: string
  fields: Readonly<Record<string, unknown>>
  links?: readonly FoundLink[]
}>
