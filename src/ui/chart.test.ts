import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pattern } from '../core/pattern.ts'
import { bars, chartFigure, dots, stacked } from './chart.ts'

const of = (rows: readonly Readonly<{ label: string; value: number; said?: string }>[]) => ({
  id: 'c',
  title: 'Les projets, par état',
  shows: 'Un point pour chacun.',
  rows,
})
const ROWS = [
  { label: 'une idée', value: 3 },
  { label: 'ça tourne', value: 1, said: 'un' },
  { label: 'c’est fait', value: 0 },
]

test('each chart bears its title and its sentence, and no colour but that of the letters', () => {
  for (const draw of [bars, stacked, dots]) {
    const { html } = draw(of(ROWS))
    assert.match(
      html,
      pattern()`
        role="img" aria-labelledby="c-t c-d"[^>]*><title id="c-t">Les projets, par état<\/title>
        <desc id="c-d">Un point
      `,
    )
    assert.doesNotMatch(html, /#[0-9a-f]{3,6}\b(?!-)|NaN|undefined|Infinity| style=/)
    for (const said of ['une idée', '>3<', '>un<', '>0<'])
      assert.ok(html.includes(said), `${draw.name}: ${said}`)
  }
})

test('a bar is as long as its value, a dot stands for each thing, and nothing makes nothing', () => {
  const wide = [...bars(of(ROWS)).html.matchAll(/<rect[^>]*width="([\d.]+)"/g)].map(([, n]) =>
    Number(n),
  )
  assert.equal(wide.length, 2)
  assert.ok(Math.abs((wide[0] ?? 0) / (wide[1] ?? 1) - 3) < 0.01)
  assert.equal(dots(of(ROWS)).html.match(/<circle/g)?.length, 4)
  const parts = [...stacked(of(ROWS)).html.matchAll(/<rect[^>]*y="1" width="([\d.]+)"/g)].map(
    ([, n]) => Number(n),
  )
  assert.equal(Math.round(parts.reduce((sum, n) => sum + n, 0)), 458)
  for (const draw of [bars, stacked, dots])
    assert.doesNotMatch(
      draw(of([])).html + draw(of([{ label: 'x', value: 0 }])).html,
      /NaN|Infinity/,
    )
})

test(
  'a long label is cut in the drawing and stands whole in the table beneath, as text whatever ' +
    'it holds',
  () => {
    const label = 'les papiers, les démarches et tout ce que l’on demande <b>'
    const grid = {
      caption: 'Quoi',
      columns: [{ head: 'Quoi' }, { head: 'Combien', right: true }],
      rows: [[label, '3']],
    }
    const { html } = chartFigure(bars(of([{ label, value: 3 }])), grid, 'En tableau')
    assert.ok(html.includes('…') && !html.includes('<b>'))
    assert.match(
      html,
      pattern()`
        <th scope="row">les papiers, les démarches et tout ce que l’on demande &lt;b&gt;<\/th>
        <td class="figure">3
      `,
    )
  },
)
