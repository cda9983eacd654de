import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { DOMParser } from 'linkedom'
import { deeperThan } from './depth.ts'

type Tree = {
  firstChild: Tree | null
  nextSibling: Tree | null
  parentNode: Tree | null
  nodeType: number
}

function realDepth(root: Tree): number {
  let [deepest, depth, node] = [0, 0, root]
  for (;;) {
    if (node.nodeType === 1) deepest = Math.max(deepest, depth)
    if (node.firstChild) {
      node = node.firstChild
      depth++
      continue
    }
    while (node !== root && !node.nextSibling) {
      node = node.parentNode!
      depth--
    }
    if (node === root) return deepest
    node = node.nextSibling!
  }
}

const RUNS = 3_000
const PIECES = [
  '<div>',
  '</div>',
  '<p>',
  '</p>',
  '<b>',
  '</b>',
  '<li>',
  '</li>',
  '<td>',
  '<tr>',
  '<th>',
  '<table>',
  '</table>',
  '<!--',
  '-->',
  '<!-->',
  '--!>',
  '<script>',
  '</script>',
  '<a href="',
  '">',
  "'>",
  '<a b=c>',
  '<br>',
  '<i/>',
  '<textarea>',
  '</textarea>',
  '<title>',
  '</title>',
  ' x ',
  '<',
  '>',
  '"',
  '=',
  '<option>',
  '<dd>',
  '<dt>',
  '<![CDATA[',
  ']]>',
  '<?x',
  '?>',
  '<!d',
  '<style>',
  '</style',
]

test('A page is never measured as less deep than the parser makes it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }),
      fc.boolean(),
      (pieces, xml) => {
        const html = `<html><body>${pieces.join('')}`
        const depth = realDepth(
          new DOMParser().parseFromString(html, xml ? 'text/xml' : 'text/html') as unknown as Tree,
        )
        assert.ok(depth < 2 || deeperThan(html, depth - 2, xml), `really ${depth}: ${html}`)
      },
    ),
    { numRuns: RUNS },
  )
})

test('An XML part knows its elements that hold nothing', () => {
  assert.equal(deeperThan(`<a>${'<text:s/>'.repeat(50)}</a>`, 1, true), false)
  assert.equal(deeperThan('<a><b><title><c/><d>x</d></title></b></a>', 3, true), true)
})
