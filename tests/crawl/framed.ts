/**
 * A page in two: its frame, which many pages of a reader share, and all the rest. Nothing is lost:
 * `together` gives the page again.
 *
 * Shape   `frame`: what stands around `<main>`, with a numbered hole for each value of this page
 *         alone. `own`: these values, in the order of their holes. `lit`: the addresses of the
 *         links that are marked as the current page. `before`: the head of the answer.
 */
export type Parted = Readonly<{
  frame: string
  before: string
  own: readonly string[]
  lit: readonly string[]
  main: string
}>

/** The values of a frame that are of one page: its title, the words searched, its address. */
const OWN = [
  /(?<=<title>)[^<]*/,
  /(?<=name="q" value=")[^"]*/,
  /(?<=<a href=")[^"]*(?=" lang="\w+" hreflang=)/,
]
const LIT = /(?<=<a href="([^"]*)") aria-current="page"/g
const WHERE_MAIN = '[main]'

/** The parts of an HTML page; undefined for a text that has no frame. */
export function parted(text: string): Parted | undefined {
  const start = text.indexOf('\n\n<!doctype html>') + 2
  const opens = text.indexOf('<main ', start)
  const closes = text.lastIndexOf('</main>')
  if (start === 1 || opens === -1 || closes < opens) return
  const own: string[] = []
  const lit: string[] = []
  let frame = `${text.slice(start, opens)}${WHERE_MAIN}${text.slice(closes)}`
  for (const [n, shape] of OWN.entries())
    frame = frame.replace(shape, value => {
      own.push(value)
      return `[own ${n}]`
    })
  frame = frame.replace(LIT, (_, href: string) => {
    lit.push(href)
    return ''
  })
  const parts = { frame, before: text.slice(0, start), own, lit, main: text.slice(opens, closes) }
  return own.length === OWN.length && together(parts) === text ? parts : undefined
}

/** The page that these parts are of. */
export function together({ frame, before, own, lit, main }: Parted): string {
  let out = frame
  for (const href of lit)
    out = out.replace(`<a href="${href}"`, link => `${link} aria-current="page"`)
  for (const [n, value] of own.entries()) out = out.replace(`[own ${n}]`, () => value)
  return `${before}${out.replace(WHERE_MAIN, () => main)}`
}
