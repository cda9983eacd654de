import type { NoteBlock } from './blocks.ts'
import { isNameless } from './chat.ts'
import type { IsCommune } from './communes.ts'
import type { SectionKind } from './fr.ts'
import { headOf, type MeetingHead } from './head.ts'
import type { ListedPerson } from './listed.ts'
import { type NotePiece, piecesOf } from './pieces.ts'
import { type Names, namesOf } from './private.ts'
import { type NotesText, notesText } from './read.ts'
import type { SectionedBlock } from './sections.ts'

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
  /** A conversation: each block is a message of somebody's. */
  isChat: boolean
}>
export type { MeetingHead, NoteBlock, NotePiece, SectionedBlock, SectionKind }

/** What a person said of the meeting, against what the rules read. */
export type SaidHead = Readonly<{
  date?: string | null
  place?: string
  people?: readonly string[]
  /** The day of reading: a meeting whose year the text does not say was near it. */
  today?: string
}>

/**
 * Reads a text as a meeting page. Never throws: any string has blocks, perhaps none. Law: offsets
 * always slice inside `text`.
 *
 * Shape   `said`: what a person mended of the head. Every day of the page is read against theirs.
 */
export function notesPage(
  text: string,
  isCommune: IsCommune = () => false,
  said: SaidHead = {},
): NotesPage {
  const read = notesText(text)
  const { clear, plain, blocks } = read
  const head = mended(headRead(read, isCommune, said.today), said, clear)
  return {
    text,
    clear,
    plain,
    blocks,
    pieces: piecesOf(blocks, clear, plain, head),
    head,
    names: namesOf(head.people),
    isChat: read.chat !== undefined,
  }
}

/**
 * What the page says of the meeting. A conversation has no place; its day is that of its first
 * message, and those who write in it are there.
 */
function headRead(
  { clear, plain, blocks, chat, front }: NotesText,
  isCommune: IsCommune,
  today?: string,
): MeetingHead {
  if (!chat)
    return headOf({ blocks, clear, plain }, isCommune, {
      ...(front ? { front } : {}),
      ...(today ? { today } : {}),
    })
  return {
    title: chat.title,
    date: chat.day,
    startsAt: null,
    place: '',
    people: chat.people,
    licence: null,
    author: null,
  }
}

/**
 * A person who is named nowhere in the text is known by name, at no place of it. Who writes under a
 * number alone stays: no list of names holds them.
 */
function mended(head: MeetingHead, said: SaidHead, clear: string): MeetingHead {
  const { date = head.date, place = head.place } = said
  const told = { told: head.date }
  if (!said.people) return { ...head, ...told, date, place }
  const present = said.people.map((name): ListedPerson => {
    const before = head.people.find(one => one.name === name)
    const at = clear.indexOf(name)
    const [from, to] = at < 0 ? [clear.length, clear.length] : [at, at + name.length]
    return before
      ? { ...before, listed: 'present' }
      : { name, from, to, note: '', listed: 'present' }
  })
  const others = head.people.filter(
    one => (one.listed !== 'present' || isNameless(one)) && !said.people?.includes(one.name),
  )
  return { ...head, ...told, date, place, people: [...present, ...others] }
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
