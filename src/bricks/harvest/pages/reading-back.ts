import { type Html, html } from '../../../contract/html.ts'
import type { Request } from '../../../contract/request.ts'
import { type Input, texts } from '../../../core/form/input.ts'
import { PANEL } from '../model/panel.ts'
import { ACT, namedIn } from '../model/reading.ts'
import { reviewWords } from '../words/words.ts'
import type { ReadPiece } from './reading-pieces.ts'

/** *Revenir à la ligne*, under a refusal: the text is long, and its reader was far down in it. */
export function backToLine(
  { again, lang }: Pick<Request, 'again' | 'lang'>,
  pieces: readonly ReadPiece[],
  opened: ReadPiece | undefined,
): Html | false {
  if (again?.refused === undefined) return false
  const line = again.field !== undefined && opened ? PANEL_AT : lineOf(again.input, pieces, opened)
  const words = reviewWords(lang).reading.backToLine
  return line !== undefined && html`<p class="no-print"><a href="#${line}">${words}</a></p>`
}

const PANEL_AT = 'panneau'

/** Where the pressed button stood: a mark, else a sentence, else the open panel. */
function lineOf(
  input: Input,
  pieces: readonly ReadPiece[],
  opened: ReadPiece | undefined,
): string | undefined {
  const tied = [ACT.tie, ACT.untie].flatMap(name =>
    texts(input, name).map(value => value.split(' ')[0]!),
  )
  const pressed = [...namedIn(input), ...tied]
    .map(id => pieces.find(one => one.piece.id === id && !one.person))
    .find(one => one !== undefined)
  if (pressed) return pressed === opened ? PANEL_AT : `m-${pressed.piece.id}`
  const from = /^\d+(?=-)/.exec(texts(input, ACT.sentence)[0] ?? '')?.[0]
  if (from !== undefined) return `s-${from}`
  return opened && texts(input, PANEL.open).includes(opened.piece.id) ? PANEL_AT : undefined
}
