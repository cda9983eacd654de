import { parse, Renderer, type Tokens } from 'marked'
import { type Html, html } from '../../src/contract/html.ts'

/** The Markdown of this project as HTML: read by `marked`, with the site's links and tables. */

/** Where a link leads: an address of the site; undefined: its words alone. */
export type LinkOf = (target: string) => string | undefined

/** The name of a heading in an address, as GitHub makes it. */
export const slugOf = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

/** Markup in a source is text: it is escaped. */
class SiteRenderer extends Renderer {
  readonly #link: LinkOf
  constructor(link: LinkOf) {
    super()
    this.#link = link
  }

  override html({ text }: Tokens.HTML | Tokens.Tag): string {
    return html`${text}`.html
  }

  override heading({ tokens, depth, text }: Tokens.Heading): string {
    return `<h${depth} id="${slugOf(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`
  }

  override table(token: Tokens.Table): string {
    return `<div class="table">${super.table(token).replace(/<th\b/g, '<th scope="col"')}</div>\n`
  }

  /** The name of a page leads to it. */
  override codespan(token: Tokens.Codespan): string {
    const href = token.text.endsWith('.md') ? this.#link(token.text) : undefined
    const said = { html: super.codespan(token) }
    return href === undefined ? said.html : html`<a href="${href}">${said}</a>`.html
  }

  override link({ href: target, tokens, autolink }: Tokens.Link): string {
    const words = { html: this.parser.parseInline(tokens) }
    const href = this.#link(target)
    if (href !== undefined) return html`<a href="${href}">${words}</a>`.html
    return /^https?:/.test(target) && !autolink ? html`${words} (${target})`.html : words.html
  }

  override image({ href, text }: Tokens.Image): string {
    const src = this.#link(href)
    return (src === undefined ? html`${text}` : html`<img class="shot" src="${src}" alt="${text}">`)
      .html
  }
}

/** Blocks of a text, one after the other. */
export const markdownHtml = (text: string, link: LinkOf): Html => ({
  html: parse(text, { renderer: new SiteRenderer(link), async: false }),
})
