import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { testOnce as test, testAll } from '../../tests/support/pass.ts'
import { spentMs } from '../../tests/support/spent.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { htmlText } from './html.ts'
import { readPage } from './page.ts'
import { type Fault, MOST_BYTES, Unreadable, unreadableSentence } from './unreadable.ts'

const bytes = (text: string): Uint8Array => strToU8(text)
const refused = (code: Fault) => (error: unknown) =>
  error instanceof Unreadable &&
  error.code === code &&
  unreadableSentence(error, 'fr').length > 20 &&
  unreadableSentence(error, 'en').length > 20

const shared = new URL('../../../shared/harvest/sail-sous-couzan.txt', import.meta.url)

test('The shared page comes back as JavaScript reads it', {
  skip: existsSync(shared) ? false : 'no ../shared/harvest here',
}, async () => {
  const file = readFileSync(shared)
  assert.equal((await readPage(file, 'sail-sous-couzan.txt')).text, file.toString('utf8'))
})

test('Any text comes back to the letter, whatever its line ends', async () => {
  const texts = fc.string({
    unit: fc.constantFrom('a', 'é', ' ', '\r\n', '\n', '\r', '\u202e', '😀', '=', '#', '*', '['),
  })
  await fc.assert(
    fc.asyncProperty(texts, async text => {
      fc.pre(text.trim() !== '')
      assert.equal((await readPage(bytes(text), 'notes.txt')).text, text)
    }),
  )
})

test('Markdown and wikitext are told and left as they are', async () => {
  assert.deepEqual(await readPage(bytes('# Réunion\r\n\r\n- un\r\n'), 'cr.md'), {
    text: '# Réunion\r\n\r\n- un\r\n',
    kind: 'markdown',
  })
  assert.equal((await readPage(bytes('## Présents\nAnaïs'), 'cr.txt')).kind, 'markdown')
  assert.deepEqual(await readPage(bytes('== Présents ==\n* Malo'), 'page'), {
    text: '== Présents ==\n* Malo',
    kind: 'wikitext',
  })
  assert.equal((await readPage(bytes('voir [[Le local]]'), 'page')).kind, 'wikitext')
})

test('An empty file, a folder of spaces and a page of scripts have nothing to read', async () => {
  await assert.rejects(readPage(new Uint8Array(), 'a.txt'), refused('empty'))
  await assert.rejects(readPage(bytes(' \n\t'), 'a.txt'), refused('empty'))
  await assert.rejects(
    readPage(bytes('<html><script>alert(1)</script></html>'), 'a.html'),
    refused('empty'),
  )
})

test('2 MB is read and one byte more is refused', async () => {
  const full = new Uint8Array(MOST_BYTES).fill(0x61)
  assert.equal((await readPage(full, 'a.txt')).text.length, MOST_BYTES)
  await assert.rejects(
    readPage(new Uint8Array(MOST_BYTES + 1).fill(0x61), 'a.txt'),
    refused('tooBig'),
  )
})

test('What is no text is told by name', async () => {
  await assert.rejects(readPage(bytes('%PDF-1.7\n'), 'a.pdf'), refused('pdf'))
  await assert.rejects(readPage(bytes('{\\rtf1 a}'), 'a.rtf'), refused('rtf'))
  await assert.rejects(
    readPage(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'a.png'),
    refused('picture'),
  )
  await assert.rejects(
    readPage(new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1]), 'a'),
    refused('binary'),
  )
  const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
  await assert.rejects(readPage(new Uint8Array([...ole, 0, 0]), 'a.doc'), refused('oldWord'))
  const locked = new Uint8Array([...ole, ...Buffer.from('EncryptedPackage', 'utf16le')])
  await assert.rejects(readPage(locked, 'a.docx'), refused('encrypted'))
  await assert.rejects(
    readPage(zipSync({ 'xl/workbook.xml': bytes('<a/>') }), 'a.xlsx'),
    refused('spreadsheet'),
  )
  await assert.rejects(
    readPage(zipSync({ 'photo.jpg': bytes('x') }), 'a.zip'),
    refused('otherArchive'),
  )
})

test('Every fault has its sentence in both languages, with French spacing', () => {
  const data = {
    most: 2_000_000,
    address: 'x',
    port: '81',
    host: 'h',
    seconds: 10,
    status: 404,
    title: 't',
    line: 3,
  }
  for (const code of Object.keys(fr) as Fault[]) {
    const french = (fr[code] as (d: typeof data) => string)(data)
    assert.doesNotMatch(french, / [;:?!»]|« |'|undefined|NaN/, code)
    assert.match((en[code] as (d: typeof data) => string)(data), /^[“A-Z].*[^ ]$/, code)
  }
  assert.match(unreadableSentence(Unreadable.of('tooBig', { most: 2_000_000 }), 'fr'), /2\u202fMo/)
})

const page = (body: string): string =>
  `<!doctype html><html lang="fr"><head><title>t</title></head><body>${body}</body></html>`

test('HTML reads as a person would copy it', async () => {
  const html = page(`<nav><a href="/">Accueil</a></nav>\
<h1>Réunion du local</h1><p>Date&nbsp;: <b>5 février</b> 2014<br>Lieu : Sail</p>
    <h2>Présents</h2><ul><li>Malo (<i>relieur</i>)</li><li>Anaïs<ul><li>excusée</li></ul></li>\
<li></li></ul>
    <style>p{}</style><script>var a = "<p>"</script><p>Suite   de
    la   page</p><ol><li>un</li><li>deux</li></ol>`)
  const { text, kind } = await readPage(bytes(html), 'cr.html')
  assert.equal(kind, 'html')
  assert.equal(
    text,
    [
      'Réunion du local',
      '',
      'Date\u00a0: 5 février 2014',
      'Lieu : Sail',
      '',
      'Présents',
      '',
      '  • Malo (relieur)',
      '  • Anaïs',
      '    • excusée',
      '',
      'Suite de la page',
      '',
      '  1. un',
      '  2. deux',
    ].join('\n'),
  )
})

test('A table reads row by row, and a table made for looks reads as paragraphs', () => {
  assert.equal(
    htmlText(
      '<table><tr><th>Quoi</th><th>Qui</th></tr><tr><td>Affiches</td><td><ul><li>Malo</li>' +
        '<li>Anaïs</li></ul></td></tr><tr><td></td><td>Léo</td></tr></table>',
    ),
    'Quoi | Qui\nAffiches | Malo ; Anaïs\n| Léo',
  )
  assert.equal(
    htmlText('<table><tr><td><h2>Titre</h2><p>a</p><p>b</p></td><td>c</td></tr></table>'),
    'Titre\n\na\n\nb\nc',
  )
  assert.equal(
    htmlText('<table><tr><td><table><tr><td>x<td>y</table></td><td>z</td></tr></table>'),
    'x | y\nz',
  )
})

test('A link keeps its address when it says more than its words', () => {
  assert.equal(htmlText('<a href="http://www.cuma.fr/">www.cuma.fr</a>'), 'www.cuma.fr')
  assert.equal(
    htmlText('voir <a href="http://cuma.fr">les CUMA</a>.'),
    'voir les CUMA (http://cuma.fr).',
  )
  assert.equal(
    htmlText(
      '<a href="mailto:a@exemple.fr">écrire</a> <a href="#bas">bas</a> <a ' +
        'href="javascript:x()">x</a>',
    ),
    'écrire (a@exemple.fr) bas x',
  )
  assert.equal(htmlText('<a href="/charte.pdf">la charte</a>'), 'la charte')
  assert.equal(
    htmlText('<a href="/charte.pdf">la charte</a>', 'https://exemple.fr/a/'),
    'la charte (https://exemple.fr/charte.pdf)',
  )
})

test('A page of MediaWiki reads without the wiki’s own furniture', () => {
  const wiki = page(`<h1 id="firstHeading">Mission 1</h1>\
<div id="mw-navigation"><ul><li>Modifier</li></ul></div>
   <div id="mw-content-text"><div class="mw-parser-output"><div id="toc" class="toc">Sommaire</div>
   <h2><span id="P">Présents</span><span class="mw-editsection">[modifier]</span></h2>
   <ul><li>Malo<sup class="reference">[1]</sup> du <a href="/wiki/Local">local</a> \
<a href="http://cuma.fr">CUMA</a></li></ul></div></div>`)
  assert.equal(
    htmlText(wiki, 'http://wiki.exemple.fr/wiki/Mission'),
    'Mission 1\n\nPrésents\n\n  • Malo du local CUMA (http://cuma.fr)',
  )
})

test('A page that says ISO-8859-15 of itself keeps its œ', async () => {
  const old = new Uint8Array([
    ...bytes('<html><head><meta charset="iso-8859-15"></head><body>n'),
    0xbd,
    ...bytes('ud</body></html>'),
  ])
  assert.equal((await readPage(old, 'a.html')).text, 'nœud')
})

test('Any soup of tags reads without a fault of ours, and loses no word', async () => {
  const tags = [
    '<td>',
    '<tr>',
    '</tr>',
    '<table>',
    '</table>',
    '</td>',
    '<li>',
    '<ul>',
    '</ul>',
    '<a href="http://a.fr">',
    '</a>',
    '<pre>',
    '</pre>',
    '<h2>',
    '<p>',
    '<br>',
    '<b>',
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...tags, 'mot ', 'mot ', 'mot '), { maxLength: 60 }),
      async soup => {
        const { text } = await readPage(bytes(`<html><body>début ${soup.join('')}`), 'a.html')
        assert.equal(text.match(/mot/g)?.length ?? 0, soup.filter(s => s === 'mot ').length)
        assert.doesNotMatch(text, /\n\n\n/)
      },
    ),
    { numRuns: 200 },
  )
})

testAll('Tangled and endless pages are refused in good time', async () => {
  const start = spentMs()
  await assert.rejects(readPage(bytes('<b>a<p>'.repeat(280_000)), 'a.html'), refused('tangled'))
  await assert.rejects(
    readPage(bytes(`<html>${'<div title="</div>">'.repeat(90_000)}`), 'a.html'),
    refused('tangled'),
  )
  await assert.rejects(readPage(bytes('<br>'.repeat(400_000)), 'a.html'), refused('tangled'))
  const links = '<a href=x>y</a>'.repeat(90_000)
  await assert.rejects(
    readPage(bytes(links), 'a.html', '', `https://exemple.fr/${'z'.repeat(1_500)}/`),
    refused('tooLong'),
  )
  assert.ok((await readPage(bytes(links), 'a.html')).text.length === 90_000)
  assert.ok(spentMs() - start < 30_000)
})
