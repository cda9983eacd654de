import { asideOf, type FrontMatter, withoutSpans } from './aside.ts'
import { blocksOf, type NoteBlock } from './blocks.ts'
import { type ChatMessage, type ChatRead, chatOf } from './chat.ts'
import { legended } from './legend.ts'
import { clearOf, plainOf } from './mask.ts'
import { type MessageSaid, placed, type SectionedBlock } from './sections.ts'

type Span = Readonly<{ from: number; to: number }>
/**
 * A text as its rules read it: furniture and marks as spaces, the lines of a paragraph as one.
 *
 * Law  `clear` and `plain` have the text's length, so that an offset is of all three.
 */
export type NotesText = Readonly<{
  clear: string
  plain: string
  blocks: readonly SectionedBlock[]
  /** Lines beside the text: menus, notices, what a chat's program says. */
  aside: readonly Span[]
  chat?: ChatRead
  front?: FrontMatter
}>

export function notesText(text: string): NotesText {
  const chat = chatOf(text)
  const { spans, front } = chat ? { spans: chat.aside } : asideOf(text)
  const marked = clearOf(withoutSpans(text, spans))
  const raw = blocksOf(marked, chat && new Set(chat.messages.map(one => one.from)))
  const clear = chat ? marked : inOneLine(marked, raw)
  const plain = plainOf(clear)
  return {
    clear,
    plain,
    blocks: chat ? saidBlocks(raw, chat) : legended(placed(raw, clear, plain), plain),
    aside: spans.filter(span => isWhole(text, span)),
    ...(chat ? { chat } : {}),
    ...(front ? { front } : {}),
  }
}

/** A paragraph that a page's width cut into lines has spaces in their place. */
function inOneLine(clear: string, blocks: readonly NoteBlock[]): string {
  let [kept, at] = ['', 0]
  for (const { from, to } of blocks) {
    kept +=
      clear.slice(at, from) +
      clear.slice(from, to).replace(/[\n\r]+(?:[^\S\n]*>)*/g, cut => ' '.repeat(cut.length))
    at = to
  }
  return kept + clear.slice(at)
}

function saidBlocks(raw: readonly NoteBlock[], chat: ChatRead): readonly SectionedBlock[] {
  let at = -1
  return raw.map(block => {
    while ((chat.messages[at + 1]?.from ?? Number.POSITIVE_INFINITY) <= block.from) at++
    const message = chat.messages[at]
    return {
      ...block,
      section: '' as const,
      under: '',
      announces: '' as const,
      ...(message ? { said: saidOf(message) } : {}),
    }
  })
}

const saidOf = ({ author, day, ends }: ChatMessage): MessageSaid => ({
  author,
  day,
  ...(ends ? { ends } : {}),
})

/** Whole lines, not words inside one. */
const isWhole = (text: string, { from, to }: Span): boolean =>
  text.slice(text.lastIndexOf('\n', from - 1) + 1, from).trim() === '' &&
  (/^[^\n]*/.exec(text.slice(to))?.[0] ?? '').trim() === ''
