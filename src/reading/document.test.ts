import assert from 'node:assert/strict'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { testOnce as test, testAll } from '../../tests/support/pass.ts'
import { readPage } from './page.ts'
import { type Fault, Unreadable } from './unreadable.ts'

const refused = (code: Fault) => (error: unknown) =>
  error instanceof Unreadable && error.code === code
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const para = (inside: string, style = ''): string =>
  `<w:p>${style ? `<w:pPr>${style}</w:pPr>` : ''}${inside}</w:p>`

/** Packed fast: some of these unfold into millions of bytes. */
const zipped = (files: Readonly<Record<string, Uint8Array>>): Uint8Array =>
  zipSync(files, { level: 1 })

function docx(body: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  const types =
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default ' +
    'Extension="rels" ' +
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default ' +
    'Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ' +
    'ContentType="application/' +
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
  const relations = (inside: string): string =>
    '<Relationships ' +
    `xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}` +
    '</Relationships>'
  return zipped({
    '[Content_Types].xml': strToU8(types),
    '_rels/.rels': strToU8(
      relations(
        `<Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`,
      ),
    ),
    'word/_rels/document.xml.rels': strToU8(
      relations(
        `<Relationship Id="a1" Type="${OFFICE}/hyperlink" Target="http://cuma.fr" ` +
          `TargetMode="External"/><Relationship Id="n1" Type="${OFFICE}/numbering" ` +
          'Target="numbering.xml"/>',
      ),
    ),
    'word/numbering.xml': strToU8(
      `<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt ` +
        'w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId ' +
        'w:val="0"/></w:num></w:numbering>',
    ),
    'word/document.xml': strToU8(`<w:document ${W} ${R}><w:body>${body}</w:body></w:document>`),
    ...more,
  })
}

const BULLET = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
const cell = (text: string): string => `<w:tc>${para(run(text))}</w:tc>`

test('A Word document reads with its headings, bullets, tables and links', async () => {
  const file = docx(
    [
      para(run('Réunion du 5 février'), '<w:pStyle w:val="Heading1"/>'),
      para(`${run('Lieu : ')}${run('Sail &amp; alentours')}<w:r><w:br/></w:r>${run('18 h')}`),
      para(run('Malo'), BULLET),
      para(run('Anaïs'), BULLET),
      `<w:tbl><w:tr>${cell('Quoi')}${cell('Qui')}</w:tr><w:tr>${cell('Affiches')}` +
        `${cell('Malo')}</w:tr></w:tbl>`,
      para(`${run('voir ')}<w:hyperlink r:id="a1">${run('les CUMA')}</w:hyperlink>`),
    ].join(''),
  )
  assert.deepEqual(await readPage(file, 'cr.docx'), {
    kind: 'docx',
    text:
      'Réunion du 5 février\n\nLieu : Sail & alentours\n18 h\n\n  • Malo\n  • Anaïs\n\nQuoi | ' +
      'Qui\nAffiches | Malo\n\nvoir les CUMA (http://cuma.fr)',
  })
})

test(
  'A Word document that points at pictures, margin notes and files of elsewhere gives its ' +
    'words only',
  async () => {
    const relations = strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[
        ['p1', 'image', 'media/image1.png', ''],
        ['p2', 'image', 'file:///etc/passwd', ' TargetMode="External"'],
        ['c1', 'comments', 'comments.xml', ''],
        ['h1', 'header', 'header1.xml', ''],
      ]
        .map(
          ([id, type, target, mode]) =>
            `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${mode}/>`,
        )
        .join('')}</Relationships>`,
    )
    const blip = (attribute: string): string =>
      '<w:r><w:drawing ' +
      'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
      'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
      'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><wp:inline><wp:docPr ' +
      'descr="le local"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip ' +
      `${attribute}` +
      '/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    const comment = '<w:r><w:commentReference w:id="1"/></w:r>'
    const file = docx(
      para(
        `${run('Avant ')}${blip('r:embed="p1"')}${blip('r:link="p2"')}${comment}${run(' après')}`,
      ),
      {
        'word/_rels/document.xml.rels': relations,
        'word/media/image1.png': new Uint8Array([0x89, 0x50]),
        'word/comments.xml': strToU8('<w:broken'),
        'mammoth/style-map': strToU8('p => script'),
      },
    )
    assert.equal((await readPage(file, 'a.docx')).text, 'Avant le local le local après')
  },
)

function odt(body: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  const names = ['office', 'text', 'table', 'draw']
    .map(n => `xmlns:${n}="urn:oasis:names:tc:opendocument:xmlns:${n}:1.0"`)
    .join(' ')
  return zipped({
    mimetype: strToU8('application/vnd.oasis.opendocument.text'),
    'content.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${names} ` +
        `xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:text>${body}` +
        '</office:text></office:body></office:document-content>',
    ),
    'META-INF/manifest.xml': strToU8('<manifest:manifest/>'),
    ...more,
  })
}

test('A LibreOffice document reads with its headings, lists, spaces, tables, notes and links', async () => {
  const item = (text: string, inside = ''): string =>
    `<text:list-item><text:p>${text}</text:p>${inside}</text:list-item>`
  const odCell = (text: string): string =>
    `<table:table-cell><text:p>${text}</text:p></table:table-cell>`
  const file = odt(
    [
      '<text:tracked-changes><text:p>rayé</text:p></text:tracked-changes>' +
        '<text:table-of-content><text:p>Présents ' +
        '1</text:p></text:table-of-content>',
      '<text:h text:outline-level="1">Réunion</text:h><text:p>Lieu<text:s/>: ' +
        '<text:span>Sail</text:span><text:line-break/>tél.<text:tab/>04<text:s ' +
        'text:c="2"/>77</text:p>',
      `<text:list>${item('Malo')}` +
        `${item('Anaïs', `<text:list>${item('excusée')}</text:list>`)}</text:list>`,
      `<table:table><table:table-header-rows><table:table-row>${odCell('Quoi')}` +
        `${odCell('Qui')}</table:table-row></table:table-header-rows><table:table-row>` +
        `${odCell('Affiches')}${odCell('')}</table:table-row></table:table>`,
      '<text:p>les <text:a ' +
        'xlink:href="http://cuma.fr">CUMA</text:a><text:note>' +
        '<text:note-citation>1</text:note-citation><text:note-body><text:p>à ' +
        'voir</text:p></text:note-body></text:note><office:annotation><text:p>x</text:p>' +
        '</office:annotation> ' +
        '&amp; nous</text:p>',
    ].join(''),
  )
  assert.deepEqual(await readPage(file, 'cr.odt'), {
    kind: 'odt',
    text:
      'Réunion\n\nLieu : Sail\ntél.\t04  77\n\n  • Malo\n  • Anaïs\n    • excusée\n\nQuoi | ' +
      'Qui\nAffiches\n\nles CUMA (http://cuma.fr) (à voir) & nous',
  })
})

test('A document cut anywhere on its way is refused, and never read in part', async () => {
  for (const whole of [docx(para(run('Réunion'))), odt('<text:p>Réunion</text:p>')]) {
    for (let length = 4; length < whole.length; length += 7) {
      await assert.rejects(
        readPage(whole.slice(0, length), 'cr'),
        (e: unknown) => e instanceof Unreadable && e.code === 'cutArchive',
        String(length),
      )
    }
  }
})

test('Bytes changed in a document give its text, another one or a refusal, never a fault of ours', async () => {
  const whole = odt('<text:p>Réunion du local</text:p>')
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, value) => {
      const hurt = whole.slice()
      hurt[at] = value
      const text = await readPage(hurt, 'cr.odt').then(
        page => page.text,
        error => {
          assert.ok(error instanceof Unreadable, String(error))
          return undefined
        },
      )
      if (text !== undefined && hurt[0] === 0x50 && hurt[1] === 0x4b)
        assert.equal(text, 'Réunion du local')
    }),
    { numRuns: 150 },
  )
})

testAll('A document that unfolds into far more than it is stays closed', async () => {
  const zeros = new Uint8Array(21_000_000)
  const lying = odt('', { 'content.xml': zeros })
  await assert.rejects(readPage(lying, 'a.odt'), refused('swollen'))
  await assert.rejects(
    readPage(docx('', { 'word/styles.xml': zeros }), 'a.docx'),
    refused('swollen'),
  )
  const view = new DataView(lying.buffer)
  for (let at = 0; at + 46 < lying.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === zeros.length)
      view.setUint32(at + 24, 10, true)
  }
  await assert.rejects(readPage(lying, 'a.odt'), refused('swollen'))
  const both = {
    'word/styles.xml': zeros.subarray(0, 12_000_000),
    'word/footnotes.xml': zeros.subarray(0, 12_000_000),
  }
  await assert.rejects(readPage(docx('', both), 'a.docx'), refused('swollen'))
  await assert.rejects(
    readPage(docx('<w:p></w:p>'.repeat(1_500_000)), 'a.docx'),
    refused('tangled'),
  )
})

test('A document locked with a password says so', async () => {
  const manifest = strToU8(
    '<manifest:manifest><manifest:file-entry><manifest:encryption-data/>' +
      '</manifest:file-entry></manifest:manifest>',
  )
  await assert.rejects(
    readPage(odt('x', { 'META-INF/manifest.xml': manifest }), 'a.odt'),
    refused('encrypted'),
  )
  const locked = odt('<text:p>x</text:p>')
  const view = new DataView(locked.buffer)
  for (let at = 0; at + 46 < locked.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true)
  await assert.rejects(readPage(locked, 'a.odt'), refused('encrypted'))
})

test('A document of broken XML is damaged, and a tangled one is refused in good time', async () => {
  await assert.rejects(readPage(docx('<w:p><w:'), 'a.docx'), refused('damaged'))
  await assert.rejects(
    readPage(odt('', { 'content.xml': strToU8('<a/>') }), 'a.odt'),
    refused('damaged'),
  )
  await assert.rejects(readPage(odt('<text:p>'.repeat(100_000)), 'a.odt'), refused('tangled'))
  assert.equal(
    (
      await readPage(
        odt(`<text:p>a${'<text:s text:c="999999999"/>'.repeat(5_000)}b</text:p>`),
        'a.odt',
      )
    ).text.length,
    200_002,
  )
})
