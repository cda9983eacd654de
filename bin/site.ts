import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { bricks } from '../src/app/bricks.ts'
import { HELP } from '../src/bricks/help/model/chapter.ts'
import { CHAPTERS } from '../src/bricks/help/pages/chapters.ts'
import { blocksHtml } from '../src/bricks/help/pages/text.ts'
import { fr } from '../src/bricks/help/words/fr.ts'
import { type Html, html, rewritten } from '../src/contract/html.ts'
import { wordAt } from '../src/web/pages/word-at.ts'
import { type LinkOf, markdownHtml } from './site/markdown.ts'
import { type SitePage, siteDocument } from './site/pages.ts'

/** `npm run site -- DIR`: the help in French and the developers’ part in English, as files. */

const ROOT = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

const SOURCES: readonly string[] = ['*.md', 'docs/**/*.md'].flatMap(pattern =>
  globSync(pattern, { cwd: ROOT }).toSorted(),
)
/** Pictures and data that pages show or lead to. */
const FILES: readonly string[] = globSync('docs/*.{png,svg,json}', { cwd: ROOT }).toSorted()
const FRENCH: ReadonlySet<string> = new Set(['LISEZMOI.md', 'docs/box.md'])

const pageOf = (path: string): string => path.replace(/\.md$/, '.html')

/** Links of a source: to a page or a file of the site, else none. */
const linksFrom =
  (source: string): LinkOf =>
  target => {
    const [path = '', anchor] = target.split('#')
    const to = path === '' ? source : posix.normalize(posix.join(posix.dirname(source), path))
    if (!SOURCES.includes(to) && !FILES.includes(to)) return undefined
    const href = posix.relative(posix.dirname(source), pageOf(to))
    return anchor === undefined ? href : `${href}#${anchor}`
  }

const titleIn = (text: string): string => /^# (.*)$/m.exec(text)?.[1]?.replaceAll('`', '') ?? ''

const sourcePage = (source: string): SitePage => ({
  path: pageOf(source),
  title: titleIn(read(source)),
  lang: FRENCH.has(source) ? 'fr' : 'en',
  body: markdownHtml(read(source), linksFrom(source)),
})

const said = (key: string): string | undefined => wordAt(bricks, 'fr', key)
/** A chapter leads to other chapters; the pages of a box are on no site. */
const offline = (body: Html): Html =>
  rewritten(
    body,
    body.html
      .replace(new RegExp(`(href|src)="${HELP}/([^"?]+)(?:\\?[^"]*)?"`, 'g'), (_, name, to) =>
        /\.webp$/.test(to) ? `${name}="${to}"` : `${name}="${to}.html"`,
      )
      .replace(/<a href="\/[^"]*">(.*?)<\/a>/g, '<b>$1</b>'),
  )

function helpPages(): readonly SitePage[] {
  const chapters = Object.entries(CHAPTERS).map(([name, { fr: it }]) => ({
    path: `aide/${name}.html`,
    title: it.title,
    about: it.about,
    lang: 'fr' as const,
    body: offline(html`<h1>${it.title}</h1><p>${it.about}</p>${blocksHtml(it.blocks, said)}`),
  }))
  const index = html`
    <h1>${fr.title}</h1>
    <p>${fr.lead}</p>
    <ul>
      ${chapters.map(
        ({ path, title, about }) => html`<li><a href="${path}">${title}</a>. ${about}</li>`,
      )}
    </ul>
    <h2>${fr.toRead}</h2>
    ${blocksHtml(fr.reading, said)}
  `
  return [{ path: 'index.html', title: fr.title, lang: 'fr', body: offline(index) }, ...chapters]
}

/** The list of what developers read, folder by folder. */
function developersPage(pages: readonly SitePage[]): SitePage {
  const of = (title: string, fits: (path: string) => boolean): Html => html`
    <h2>${title}</h2>
    <ul>
      ${pages
        .filter(({ path }) => fits(path))
        .map(one => html`<li><a href="${one.path}" lang="${one.lang}">${one.title}</a></li>`)}
    </ul>
  `
  const within = (folder: string) => (path: string) => posix.dirname(path) === folder
  const body = html`
    <h1>For developers</h1>
    ${of('Begin here', within('.'))}
    ${of('Promises, data, formats', within('docs'))}
    ${of('What a brick may use', within('docs/contract'))}
    ${of('Decisions', within('docs/decisions'))}
  `
  return { path: 'developers.html', title: 'For developers', lang: 'en', body }
}

/** Writes the site in an empty folder. Returns the number of its pages. */
export function writeSite(to: string): number {
  if (existsSync(to) && readdirSync(to).length > 0) throw new Error(`${to} is not empty`)
  const sources = SOURCES.map(sourcePage)
  const pages = [...helpPages(), ...sources, developersPage(sources)]
  const put = (path: string): string => {
    const file = join(to, path)
    mkdirSync(dirname(file), { recursive: true })
    return file
  }
  for (const page of pages) writeFileSync(put(page.path), siteDocument(page))
  for (const file of FILES) cpSync(join(ROOT, file), put(file))
  cpSync(join(ROOT, 'public/look.css'), put('look.css'))
  cpSync(join(ROOT, 'public/fonts'), put('fonts'), { recursive: true })
  cpSync(join(ROOT, 'src/bricks/help/pictures'), put('aide/images'), { recursive: true })
  return pages.length
}

if (import.meta.main) {
  const [to] = process.argv.slice(2)
  if (to === undefined) {
    console.error('npm run site -- DIR: an empty folder, or one to make')
    process.exitCode = 2
  } else console.log(`${writeSite(to)} pages in ${to}`)
}
