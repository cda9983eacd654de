import assert from 'node:assert/strict'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { markdownHtml, slugOf } from './site/markdown.ts'
import { writeSite } from './site.ts'

describe('the documentation site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-site-'))
  let pages: readonly string[] = []
  before(() => {
    writeSite(folder)
    pages = globSync('**/*.html', { cwd: folder })
  })
  after(() => rmSync(folder, { recursive: true, force: true }))
  const read = (page: string): string => readFileSync(join(folder, page), 'utf8')

  test('it has the help, the developers’ part, and every page of docs', () => {
    for (const page of ['index.html', 'aide/une-reunion.html', 'README.html', 'developers.html'])
      assert.ok(pages.includes(page), page)
    for (const source of globSync('docs/**/*.md'))
      assert.ok(pages.includes(source.replace(/\.md$/, '.html')), source)
  })

  test('each link leads to a file of the site, and to a heading that it has', () => {
    for (const page of pages)
      for (const [, to = ''] of read(page).matchAll(/ (?:href|src)="([^"]*)"/g)) {
        const [path = '', anchor] = to.split('#')
        const target = path === '' ? page : posix.join(posix.dirname(page), path)
        assert.ok(!target.startsWith('..') && existsSync(join(folder, target)), `${page}: ${to}`)
        if (anchor) assert.ok(read(target).includes(` id="${anchor}"`), `${page}: ${to}`)
      }
  })

  test('no page has a script, a form or an address of elsewhere', () => {
    for (const page of pages) assert.doesNotMatch(read(page), /<script|<form|="(?:https?:)?\/\//)
    assert.doesNotMatch(read('look.css'), /url\((?!fonts\/)/)
  })

  test('no mark of Markdown is left in a text', () => {
    for (const page of pages) {
      const text = read(page)
        .replace(/<pre>[\s\S]*?<\/pre>|<code>[\s\S]*?<\/code>/g, '')
        .replace(/<[^>]*>/g, '')
      assert.doesNotMatch(text, /\*\*\w|\]\(|^#+ |^\|/m, page)
    }
  })

  test('a folder that holds something is left as it is', () => {
    assert.throws(() => writeSite(folder), /not empty/)
  })
})

const shown = (text: string): string =>
  markdownHtml(text, target => (target.startsWith('x') ? target : undefined)).html.trimEnd()

test('a source is read as GitHub reads it, with the ids of its headings', () => {
  assert.equal(shown('# A `b` c'), '<h1 id="a-b-c">A <code>b</code> c</h1>')
  assert.equal(slugOf('What `a` does: b, c'), 'what-a-does-b-c')
  assert.match(shown('- a\n  b\n- c\n  - d'), /<li>a\nb<\/li>\n<li>c<ul>\n<li>d<\/li>/)
  const table = shown('| a | b |\n|---|---|\n| `c\\|d` | e |')
  assert.match(table, /^<div class="table"><table>\n<thead>\n<tr>\n<th scope="col">a<\/th>/)
  assert.match(table, /<td><code>c\|d<\/code><\/td>\n<td>e<\/td>/)
})

test('markup in a source is text', () => {
  assert.equal(
    shown('a <b onclick="c">d</b>'),
    '<p>a &lt;b onclick=&quot;c&quot;&gt;d&lt;/b&gt;</p>',
  )
  assert.equal(shown('<script>a</script>'), '&lt;script&gt;a&lt;/script&gt;')
  assert.equal(
    shown('```ts\na < **b**\n```'),
    '<pre><code class="language-ts">a &lt; **b**\n</code></pre>',
  )
  assert.equal(shown('[a](javascript:b)'), '<p>a</p>')
})

test('a link stays where it leads to a page; elsewhere its words stay, with a foreign address', () => {
  assert.equal(shown('[`a`](x.html)'), '<p><a href="x.html"><code>a</code></a></p>')
  assert.equal(shown('`x.md`'), '<p><a href="x.md"><code>x.md</code></a></p>')
  assert.equal(shown('[a](src/b.ts)'), '<p>a</p>')
  assert.equal(shown('[a](https://b.org)'), '<p>a (https://b.org)</p>')
  assert.equal(shown('<https://b.org>'), '<p>https://b.org</p>')
  assert.equal(shown('![a](x.png)'), '<p><img class="shot" src="x.png" alt="a"></p>')
  assert.equal(shown('![a](https://b.org/c.png)'), '<p>a</p>')
})
