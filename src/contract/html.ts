/**
 * Templates for HTML: the tag `html` escapes every inserted value that is not already HTML, so that
 * what people wrote never becomes markup. Every page of the program is built with it, without a
 * template library.
 */

/**
 * A piece of HTML that this program built. Another piece takes it without escaping it again.
 *
 * Shape   `forOne`: it was made for one person and one request, as the hidden token of a form is.
 * Law     A piece that holds such a piece has the mark too, so that its page is never sent to
 *         anybody else.
 */
export type Html = Readonly<{ html: string; forOne?: true }>
/** A value inserted in a template. Text is escaped; false, null and undefined give nothing. */
export type HtmlPiece = string | number | Html | false | null | undefined | readonly HtmlPiece[]

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
/**
 * Escapes `&`, `<`, `>`, `"` and `'`. The result is safe in the text of an element and in a quoted
 * attribute, and nowhere else (no script, style or unquoted attribute).
 */
// biome-ignore lint/suspicious/noShadowRestrictedNames: nobody here calls the old global escape().
export const escape = (text: string): string => text.replace(/[&<>"']/g, c => ESCAPES[c] ?? c)

function shown(piece: HtmlPiece): string {
  if (piece === false || piece === null || piece === undefined) return ''
  if (Array.isArray(piece)) return piece.map(shown).join('')
  return typeof piece === 'object' ? (piece as Html).html : escape(String(piece))
}

/** Whether an inserted value holds a piece that was made for one person. */
const isForOne = (piece: HtmlPiece): boolean =>
  Array.isArray(piece)
    ? piece.some(isForOne)
    : typeof piece === 'object' && (piece as Html | null)?.forOne === true
const marked = (markup: string, mark: boolean): Html =>
  mark ? { html: markup, forOne: true } : { html: markup }

/** A line break with its indentation, or a sign that opens or ends a tag or a quoted attribute. */
const BREAK_OR_MARK = /[ \t]*\n\s*|<(?=[a-z/!]|$)|[>"']/gi

/** The static parts of a template, each line break with its indentation made a space or nothing. */
function laidOut(parts: readonly string[]): readonly string[] {
  let isInTag = false
  let quote = ''
  return parts.map((part, i) =>
    part.replace(BREAK_OR_MARK, (got, at: number) => {
      if (got.includes('\n')) {
        const before = part.slice(0, at)
        const after = part.slice(at + got.length)
        // In a tag it is a space, but nothing before the end of the tag or of the template.
        if (isInTag)
          return /^\/?>/.test(after) || (after === '' && i === parts.length - 1) ? '' : ' '
        // In text it is a space between two words, and nothing beside a tag or an inserted value.
        return /(?:^|>)$/.test(before) || /^(?:$|<)/.test(after) ? '' : ' '
      }
      if (!isInTag) isInTag = got === '<'
      else if (quote !== '') quote = got === quote ? '' : quote
      else if (got === '>') isInTag = false
      else if (got !== '<') quote = got
      return got
    }),
  )
}

/** A cache: a template is laid out once. */
const LAID_OUT = new WeakMap<TemplateStringsArray, readonly string[]>()
function partsOf(template: TemplateStringsArray): readonly string[] {
  const known = LAID_OUT.get(template)
  if (known) return known
  const parts = laidOut(template)
  LAID_OUT.set(template, parts)
  return parts
}

/**
 * Builds HTML from a template, and escapes every inserted value except HTML. Arrays are joined;
 * false, null and undefined give nothing.
 *
 * Law     A line break with its indentation is one space inside a tag, but not before its end; one
 *         space between two words of a text, as in JSX; and nothing elsewhere. An inserted value
 *         keeps its line breaks.
 */
export function html(template: TemplateStringsArray, ...values: HtmlPiece[]): Html {
  const markup = partsOf(template).reduce(
    (out, part, i) => out + part + (i < values.length ? shown(values[i]) : ''),
    '',
  )
  return marked(markup, values.some(isForOne))
}

/** The same piece, marked as made for one person and one request. */
export const forOne = (piece: Html): Html => marked(piece.html, true)

/** A piece with other markup and the same mark. */
export const rewritten = (piece: Html, markup: string): Html =>
  marked(markup, piece.forOne === true)

/**
 * Marks text as HTML without escaping it (an SVG made by a library). The caller answers for its
 * safety.
 */
export const raw = (markup: string): Html => ({ html: markup })

const NAMED = new Map(Object.entries(ESCAPES).map(([char, name]) => [name, char]))
/**
 * The text of a piece, for paper. `<br>` and the ends of blocks become line breaks, other tags
 * disappear, and only the five escapes of this file are undone. The result is no HTML: never give
 * it to `raw`.
 */
export const plainText = ({ html: markup }: Html): string =>
  markup
    .replace(/<br\s*\/?>|<\/(?:p|li|h[1-6]|div)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, name => NAMED.get(name) ?? name)
    .replace(/[ \t]*\n\s*/g, '\n')
    .trim()
