import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { PrintBlock, PrintText, TextRun } from '../../../contract/paper.ts'
import { fold } from '../../../core/letters/words.ts'
import { HELP, type HelpBlock } from '../model/chapter.ts'
import { PICTURES } from '../model/pictures.ts'

/** A piece of a line: plain words, bold words, a link, or the name of a button or of a page. */
type Run =
  | string
  | Readonly<{ bold: string }>
  | Readonly<{ words: string; href: string }>
  | Readonly<{ named: string }>
/** Words by their key; undefined in a house that lacks them. */
export type WordAt = Kit['wordAt']

const RUN = /\*\*(.+?)\*\*|\[([^\]]+)\]\((\/[^)\s]*)\)|\{([^}]+)\}/g
const NAME = /\{([^}]+)\}/g

/** The keys and the literal names that a text quotes. */
export const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(NAME)].map(([, name = '']) => name)
/** The addresses that a text leads to. */
export const addressesIn = (text: string): readonly string[] =>
  [...text.matchAll(RUN)].flatMap(found => found[3] ?? [])

const named = (name: string, wordAt: WordAt): string | undefined =>
  name.startsWith('=') ? name.slice(1) : wordAt(name)
const plain = (text: string, wordAt: WordAt): string =>
  text.replace(NAME, (_, name: string) => named(name, wordAt) ?? '')

/** A text without its marks, for a search. */
export const plainIn = (text: string, wordAt: WordAt): string =>
  plain(
    text.replace(RUN, (whole, bold, words) => bold ?? words ?? whole),
    wordAt,
  )

/** The address of a heading inside its page. */
export const anchorOf = (heading: string): string =>
  fold(heading)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

/** The pieces of a text; undefined when this house lacks something that the text names. */
function runsOf(text: string, wordAt: WordAt): readonly Run[] | undefined {
  if (namesIn(text).some(name => named(name, wordAt) === undefined)) return undefined
  const runs: Run[] = []
  let from = 0
  for (const found of text.matchAll(RUN)) {
    if (found.index > from) runs.push(text.slice(from, found.index))
    const [whole, bold, words, href, name] = found
    from = found.index + whole.length
    if (bold !== undefined) runs.push({ bold: plain(bold, wordAt) })
    else if (words !== undefined) runs.push({ words: plain(words, wordAt), href: href ?? '' })
    else runs.push({ named: named(name ?? '', wordAt) ?? '' })
  }
  return from < text.length ? [...runs, text.slice(from)] : runs
}

const runHtml = (run: Run): Html =>
  typeof run === 'string'
    ? html`${run}`
    : 'bold' in run
      ? html`<b>${run.bold}</b>`
      : 'href' in run
        ? html`<a href="${run.href}">${run.words}</a>`
        : html`<b>${run.named}</b>`
const runOnPaper = (run: Run): readonly TextRun[] =>
  typeof run === 'string'
    ? [run]
    : 'bold' in run
      ? [{ b: run.bold }]
      : 'href' in run
        ? [{ b: run.words }, { soft: ` (${run.href})` }]
        : [{ b: run.named }]

const lineHtml = (text: string, wordAt: WordAt): Html | undefined => {
  const runs = runsOf(text, wordAt)
  return runs && html`${runs.map(runHtml)}`
}
const lineOnPaper = (text: string, wordAt: WordAt): PrintText | undefined =>
  runsOf(text, wordAt)?.flatMap(runOnPaper)

/** Those of the texts of which this house has all that they name. */
const said = <T extends object | string>(
  texts: readonly string[],
  line: (text: string, wordAt: WordAt) => T | undefined,
  wordAt: WordAt,
): readonly T[] => texts.map(text => line(text, wordAt)).filter(one => one !== undefined)

/** Blocks as HTML. A line that names something which this house lacks is left out. */
export const blocksHtml = (blocks: readonly HelpBlock[], wordAt: WordAt): readonly Html[] =>
  blocks.map(block => blockHtml(block, wordAt))

function blockHtml(block: HelpBlock, wordAt: WordAt): Html {
  if (typeof block === 'string')
    return html`${said([block], lineHtml, wordAt).map(line => html`<p>${line}</p>`)}`
  if ('heading' in block) return html`<h2 id="${anchorOf(block.heading)}">${block.heading}</h2>`
  if ('picture' in block) return pictureHtml(block)
  if ('rows' in block) return tableHtml(block, wordAt)
  const lines = 'steps' in block ? block.steps : block.list
  const items = said(lines, lineHtml, wordAt).map(line => html`<li>${line}</li>`)
  return 'steps' in block ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`
}

/** A picture that is not taken yet is left out. */
function pictureHtml({ picture, shows }: Extract<HelpBlock, { picture: string }>): Html {
  const taken = PICTURES[picture]
  return html`${
    taken &&
    html`
      <p>
        <img
          class="shot"
          src="${HELP}/images/${picture}.webp?v=${taken.shown}"
          alt="${shows}"
          width="${taken.width}"
          height="${taken.height}"
          loading="lazy"
        >
      </p>
    `
  }`
}

function tableHtml(
  { head, rows }: Extract<HelpBlock, Readonly<{ rows: unknown }>>,
  wordAt: WordAt,
): Html {
  const whole = rows.map(row => said(row, lineHtml, wordAt)).filter(row => row.length === 2)
  return html`
    <div class="table seen">
      <table>
        <thead><tr>${head.map(one => html`<th scope="col">${one}</th>`)}</tr></thead>
        <tbody>
          ${whole.map(
            ([seen, toDo]) => html`<tr><th scope="row">${seen}</th><td>${toDo}</td></tr>`,
          )}
        </tbody>
      </table>
    </div>
  `
}

/** Units  millimetres: how wide a picture stands on an A5, and how tall at most. */
const [WIDE, TALLEST] = [80, 64]

function pictureOnPaper({
  picture,
  shows,
}: Extract<HelpBlock, { picture: string }>): readonly PrintBlock[] {
  const taken = PICTURES[picture]
  if (!taken) return []
  const mm = Math.min(TALLEST, Math.round((WIDE * taken.height) / taken.width))
  return [{ is: 'picture', picture: taken.hash, shows, mm }]
}

/** The same blocks on paper. */
export const blocksOnPaper = (
  blocks: readonly HelpBlock[],
  wordAt: WordAt,
): readonly PrintBlock[] => blocks.flatMap(block => blockOnPaper(block, wordAt))

function blockOnPaper(block: HelpBlock, wordAt: WordAt): readonly PrintBlock[] {
  if (typeof block === 'string')
    return said([block], lineOnPaper, wordAt).map(words => ({ is: 'words', words }))
  if ('heading' in block) return [{ is: 'heading', words: block.heading }]
  if ('picture' in block) return pictureOnPaper(block)
  if ('rows' in block)
    return [
      {
        is: 'table',
        columns: block.head.map((head, n) => ({ head, wide: n + 1 })),
        rows: block.rows.map(row => said(row, lineOnPaper, wordAt)).filter(row => row.length === 2),
      },
    ]
  const lines = said('steps' in block ? block.steps : block.list, lineOnPaper, wordAt)
  const items = lines.map((words, n) => ({
    words: 'steps' in block ? [{ b: `${n + 1}. ` }, ...[words].flat()] : words,
  }))
  return [{ is: 'items', items, bare: 'steps' in block }]
}
