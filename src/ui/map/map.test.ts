import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { gathered, type MapCommune, mapKind, territoryMap } from './map.ts'
import { groundOf } from './map-ground.ts'
import { broken, covers, keyed, overlap, placed, type Rect } from './map-label.ts'
import { paperMap } from './map-paper.ts'
import { pathOf } from './map-paths.ts'
import { simpler } from './map-simpler.ts'

const GEO = new URL('../../../../shared/geo/', import.meta.url)
const skip = existsSync(GEO) ? false : 'the shared geography is not beside this project'

function loire(): readonly MapCommune[] {
  const { features } = JSON.parse(
    readFileSync(new URL('communes-42-loire.geojson', GEO), 'utf8'),
  ) as {
    features: { properties: { code: string }; geometry: { type: string; coordinates: unknown } }[]
  }
  const contours = new Map(features.map(f => [f.properties.code, f.geometry]))
  const lines = readFileSync(new URL('loire-forez.csv', GEO), 'utf8').trim().split('\n').slice(1)
  return lines.map(line => {
    const [code = '', name = '', , , lat, lon] = line.replaceAll('"', '').split(',')
    return { code, name, point: [Number(lat), Number(lon)], contour: contours.get(code) ?? null }
  })
}
const around = (code: string, most: number): readonly MapCommune[] => {
  const all = loire()
  const [lat, lon] = all.find(c => c.code === code)!.point!
  const far = ({ point }: MapCommune): number =>
    Math.hypot(point![0] - lat, (point![1] - lon) * 0.7)
  return all.toSorted((a, b) => far(a) - far(b)).slice(0, most)
}
const square = (x: number, y: number): string =>
  JSON.stringify({
    type: 'Polygon',
    coordinates: [
      [
        [x, y],
        [x + 1, y],
        [x + 1, y + 1],
        [x, y + 1],
        [x, y],
      ],
    ],
  })

test('Eighteen communes make a small map of at most 12 KB, with the box’s own and the marked ' +
  'ones told apart', {
  skip,
}, () => {
  const communes = around('42195', 18)
  const { html } = territoryMap({
    id: 'm',
    size: 'small',
    title: 'Carte',
    communes,
    here: '42195',
    marked: ['42319', '42019'],
  })!
  assert.ok(Buffer.byteLength(html) <= 12_000, String(html.length))
  assert.equal(html.match(/<path class="(land|has)/g)?.length, 18)
  assert.equal(html.match(/class="land here"/g)?.length, 1)
  assert.ok((html.match(/class="has" fill="url\(#m-h\)"/g)?.length ?? 0) >= 1)
  assert.match(html, /aria-labelledby="m-t"><title id="m-t">Carte<\/title>/)
  assert.doesNotMatch(html, /NaN|undefined|Infinity| style=/)
})

test('The real contours of eighty-four communes are drawn, and their names never overlap', {
  skip,
}, () => {
  const communes = loire()
  const ground = groundOf(communes, 900)!
  assert.equal(ground.kind, 'contours')
  assert.equal(ground.outlines.size, 84)
  const wanted = communes.map(c => ({
    name: c.name,
    at: ground.middles.get(c.code)!,
    sign: undefined,
  }))
  const labels = placed(wanted, {
    size: 17,
    width: ground.width,
    height: ground.height,
    taken: [],
    most: 400,
  })
  assert.ok(labels.length > 40, String(labels.length))
  for (const [i, a] of labels.entries())
    for (const b of labels.slice(i + 1))
      assert.ok(!overlap(a.rect, b.rect), `${a.lines} ${b.lines}`)
})

test(
  'A name leaves the village clear where it finds another place, and stands over it where it ' +
    'finds none',
  () => {
    const village = [
      [
        [100, 100],
        [140, 100],
        [140, 160],
        [100, 160],
      ],
    ] as const
    const sheet = { size: 20, width: 400, height: 300, taken: [], most: 9 }
    const named = {
      name: 'Saint-Georges-en-Couzan',
      at: [120, 172] as const,
      avoids: (r: Rect) => covers(r, village),
    }
    const [plain] = placed([{ ...named, avoids: undefined }], sheet)
    assert.ok(covers(plain!.rect, village))
    const [clear] = placed([named], sheet)
    assert.ok(!covers(clear!.rect, village), JSON.stringify(clear))
    assert.deepEqual(placed([{ ...named, avoids: () => true }], sheet)[0], plain)
  },
)

test(
  'What covers an outline: over it, inside it, around it, across one of its long sides; not ' +
    'what is only beside it',
  () => {
    const outline = [
      [
        [0, 0],
        [100, 0],
        [100, 100],
        [0, 100],
      ],
    ] as const
    for (const [x, y, w, h] of [
      [-10, -10, 200, 200],
      [40, 40, 10, 10],
      [-10, 40, 20, 9],
      [90, 90, 50, 50],
    ] as const)
      assert.ok(covers({ x, y, w, h }, outline), `${x} ${y}`)
    for (const [x, y, w, h] of [
      [-30, 40, 20, 20],
      [101, 0, 20, 100],
      [20, 110, 50, 10],
    ] as const)
      assert.ok(!covers({ x, y, w, h }, outline), `${x} ${y}`)
  },
)

test('A border that loses points loses the same ones on both sides', { skip }, () => {
  const ground = groundOf(around('42195', 18), 420)!
  const before = [...ground.outlines.values()].flat().map(ring => ring.slice(0, -1))
  const after = simpler(before, 10)
  assert.ok(
    after.flat().length < before.flat().length * 0.7,
    `${after.flat().length} of ${before.flat().length}`,
  )
  const kept = new Set(after.flat().map(String))
  before.forEach((ring, i) => {
    const now = new Set(after[i]!.map(String))
    for (const point of ring)
      assert.equal(
        now.has(String(point)),
        kept.has(String(point)),
        'kept on one side, kept on the other',
      )
  })
})

test('With centres only, each commune is a cell; with fewer than three, there is no map', () => {
  const three: MapCommune[] = [
    { code: '1', name: 'Un', point: [45.7, 3.9] },
    { code: '2', name: 'Deux', point: [45.8, 4.0] },
    { code: '3', name: 'Trois', point: [45.7, 4.1] },
  ]
  assert.equal(mapKind(three), 'cells')
  assert.equal(
    territoryMap({ id: 'm', size: 'small', title: 't', communes: three })!.html.match(
      /class="land"/g,
    )?.length,
    3,
  )
  assert.equal(territoryMap({ id: 'm', size: 'small', title: 't', communes: three.slice(1) }), null)
  assert.equal(mapKind([]), null)
  assert.equal(mapKind([{ code: '1', name: 'Un' }]), null)
})

test('Contours known for some only: the others keep their place among the names', () => {
  const communes: MapCommune[] = [
    { code: '1', name: 'Un', contour: square(3, 45) },
    { code: '2', name: 'Deux', point: [45.5, 3.9] },
    { code: '3', name: 'Trois', contour: square(4, 45) },
  ]
  const ground = groundOf(communes, 400)!
  assert.equal(ground.kind, 'contours')
  assert.deepEqual([...ground.outlines.keys()], ['1', '3'])
  assert.equal(ground.middles.size, 3)
})

test('Contours that can’t be read count as not known, whatever they hold', () => {
  const nasty = [
    '',
    '{',
    'null',
    '[]',
    '{"type":"Polygon"}',
    '{"type":"Polygon","coordinates":[[["a","b"]]]}',
    '{"type":"Point","coordinates":[1,2]}',
    '{"type":"MultiPolygon","coordinates":[[[[1,2]]]]}',
    '{"type":"Polygon","coordinates":[null,7]}',
  ]
  for (const contour of nasty)
    assert.equal(mapKind([{ code: '1', name: 'x', contour }]), null, contour)
  fc.assert(fc.property(fc.json(), contour => void mapKind([{ code: '1', name: 'x', contour }])))
})

test('A name with markup is shown as text', () => {
  const communes: MapCommune[] = [{ code: '1', name: '<script>', contour: square(3, 45) }]
  const { html } = territoryMap({ id: 'm', size: 'small', title: '"><b>', communes })!
  assert.ok(!html.includes('<script>') && !html.includes('<b>'))
})

test(
  'Things near each other share a number; a commune alone gives its centre; the rest is ' +
    'nowhere',
  () => {
    const communes: MapCommune[] = [
      { code: '1', name: 'Un', contour: square(3, 45), point: [45.5, 3.5] },
      { code: '2', name: 'Deux', contour: square(4, 45), point: [45.5, 4.5] },
    ]
    const { spots, nowhere } = gathered(
      [{ commune: '1' }, { point: [45.5, 4.5] as const }, { commune: '2' }, { commune: '9' }, {}],
      communes,
    )
    assert.deepEqual(
      spots.map(spot => [spot.number, spot.items.length]),
      [
        [1, 1],
        [2, 2],
      ],
    )
    assert.equal(nowhere.length, 2)
  },
)

test('law: things gather as if each were compared with every spot before it', () => {
  const ground = (communes: readonly MapCommune[]) => groundOf(communes, 900)!
  const compared = (points: readonly (readonly [number, number])[], of: readonly MapCommune[]) => {
    const spots: (readonly [number, number])[][] = []
    for (const point of points) {
      const [x, y] = ground(of).at(point)
      const isNear = ([lat, lon]: readonly [number, number]): boolean => {
        const [otherX, otherY] = ground(of).at([lat, lon])
        return Math.hypot(otherX - x, otherY - y) < 24
      }
      const near = spots.find(([first]) => isNear(first!))
      if (near) near.push(point)
      else spots.push([point])
    }
    return spots
  }
  const degrees = fc.oneof(
    fc.double({ min: 0, max: 0.2, noNaN: true }),
    fc.integer({ min: 0, max: 50 }).map(n => n / 400),
    fc.constantFrom(-1, 0, 90, 1e300, Number.NaN, Number.POSITIVE_INFINITY),
  )
  const communes: MapCommune[] = [{ code: '1', name: 'Un', contour: square(0, 0) }]
  fc.assert(
    fc.property(fc.array(fc.tuple(degrees, degrees), { maxLength: 120 }), points => {
      const { spots } = gathered(
        points.map(point => ({ point })),
        communes,
      )
      assert.deepEqual(
        spots.map(spot => spot.items.map(({ point }) => point)),
        compared(points, communes),
      )
    }),
  )
})

test('A list of communes that is drawn again gives the same map as one drawn first', () => {
  const communes = (): MapCommune[] => [
    { code: '1', name: 'Un', contour: square(3, 45), point: [45.5, 3.5] },
    { code: '2', name: 'Deux', contour: square(4, 45) },
  ]
  const drawn = (of: readonly MapCommune[], marks: readonly (readonly [number, number])[]) =>
    territoryMap({
      id: 'm',
      size: 'large',
      title: 'Carte',
      communes: of,
      here: '1',
      marks: marks.map(point => ({ point, title: 'Le four' })),
    })?.html
  const held = communes()
  for (const marks of [[], [[45.5, 3.5]], [[45.2, 4.1]], [[45.5, 3.5]]] as const)
    assert.equal(drawn(held, marks), drawn(communes(), marks))
})

test('A path is relative steps to a tenth of a pixel, closed', () => {
  assert.equal(
    pathOf([
      [
        [10, 10],
        [12.5, 10],
        [12.5, 8.25],
      ],
    ]),
    'M10 10l2.5 0 0-1.7z',
  )
})

test('A long name breaks near its middle', () => {
  assert.deepEqual(broken('Saint-Georges-en-Couzan'), ['Saint-Georges-', 'en-Couzan'])
  assert.deepEqual(broken('Trelins'), ['Trelins'])
})

test('A map asked for again is the same one, and another when anything that it shows has changed', () => {
  const of = (more: object) =>
    territoryMap({
      id: 'm',
      size: 'small',
      title: 't',
      communes: [{ code: '1', name: 'Un', contour: square(3, 45) }],
      ...more,
    })
  const first = of({})
  for (let i = 0; i < 40; i++) of({ title: String(i) })
  assert.deepEqual(of({}), first)
  for (const more of [
    { here: '1' },
    { marked: ['1'] },
    { communes: [{ code: '1', name: 'Deux', contour: square(3, 45) }] },
    { marks: [{ point: [45.5, 3.5] }] },
  ])
    assert.notDeepEqual(of(more), first)
})

test('A commune keeps its name when a number stands in it, and the village’s ring holds its ' +
  'number instead of covering it', {
  skip,
}, () => {
  const communes = around('42195', 18)
  const spots = communes.slice(0, 6).map((one, i) => ({ point: one.point!, number: i + 1 }))
  const { html } = territoryMap({
    id: 'n',
    size: 'large',
    title: 'Carte',
    communes,
    here: '42195',
    marks: spots,
  })!
  const said = html.replace(/<title.*?<\/title>/g, '').replace(/<\/?tspan[^>]*>/g, '')
  for (const one of communes.slice(0, 6)) assert.ok(said.includes(one.name), one.name)
  const ring = /class="home-mark"[^>]* r="([\d.]+)"/.exec(html)
  const number = /<circle cx="[\d.]+" cy="[\d.]+" r="12">/.exec(html)
  assert.ok(
    Number(ring?.[1]) > 12 && ring!.index < number!.index,
    'drawn before the number, and wider',
  )
})

test('On a telephone the large map is drawn again, whole in its width, with its own ids', {
  skip,
}, () => {
  const communes = around('42195', 18)
  const spots = communes.slice(0, 3).map((one, i) => ({ point: one.point!, number: i + 1 }))
  const { html } = territoryMap({
    id: 'c',
    size: 'large',
    title: 'Carte',
    communes,
    here: '42195',
    marked: ['42319', '42019'],
    marks: spots,
  })!
  const [large = '', phone = ''] = html.split('</svg>')
  assert.ok(large.includes('large-map') && phone.includes('phone-map'))
  for (const svg of [large, phone]) {
    assert.equal(svg.match(/<path class="(land|has)/g)?.length, 18)
    assert.deepEqual(svg.match(/(?<=class="number"[^>]*>)\d+/g), ['1', '2', '3'])
  }
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  assert.equal(new Set(ids).size, ids.length)
  assert.ok(phone.includes('fill="url(#c-p-h)"'))
})

const unescaped = (html: string): string => html.replaceAll('&#39;', "'")
/** The words of a map, in the order in which they are drawn, and those under it. */
const drawnWords = (html: string): readonly string[] =>
  [...html.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, said = '']) =>
    said
      .replace(/<\/tspan><tspan[^>]*>/g, ' ')
      .replace(/<[^>]*>/g, '')
      .replace(/- /g, '-'),
  )

test('on a map that no list stands beside, every commune has its name, or a key that is told ' +
  'under the map', {
  skip,
}, () => {
  for (const communes of [
    around('42195', 18),
    around('42195', 60),
    around('42195', 18).map(one => ({ ...one, contour: null })),
  ]) {
    const o = { id: 'w', title: 'Carte', communes, here: '42195' }
    const { html } = territoryMap({ ...o, size: 'large', isWhole: true })!
    const [large = '', phone = ''] = html.split('</div>')
    for (const part of [large, phone].map(unescaped)) {
      const words = drawnWords(part)
      const keys = new Map(
        [...part.matchAll(/<b>([\w○]+)<\/b>\u00a0([^<,]+)/g)].map(([, key = '', name = '']) => [
          name,
          key,
        ]),
      )
      for (const { name } of communes)
        assert.ok(keys.get(name) === '○' || words.includes(keys.get(name) ?? name), name)
      assert.equal(words.length + (part.includes('<b>○</b>') ? 1 : 0), communes.length)
    }
    for (const size of ['a5', 'a3'] as const) {
      const words = drawnWords(unescaped(paperMap(o, size)!.svg))
      const keys = new Map(
        paperMap(o, size)!
          .keys.split(', ')
          .map(one => one.split('\u00a0').reverse() as [string, string]),
      )
      for (const { name } of communes)
        assert.ok(
          keys.get(name) === '○' || words.includes(keys.get(name) ?? name),
          `${size}: ${name}`,
        )
    }
  }
})

test('most names stand within their commune, none hides another, and where numbers are signs ' +
  'keys are letters', {
  skip,
}, () => {
  const communes = around('42195', 18)
  const ground = groundOf(communes, 900)!
  const wanted = communes.map(c => ({
    name: c.name,
    at: ground.middles.get(c.code)!,
    rings: ground.outlines.get(c.code),
  }))
  const { labels, keys } = keyed(
    wanted,
    { size: 17, width: ground.width, height: ground.height, taken: [], most: 400 },
    n => `k${n}`,
  )
  assert.ok(keys.length < 4, `${keys.length} names found no room`)
  const crossing = new Set<string>()
  for (const { lines, rect } of labels) {
    const named = wanted.find(
      one => one.name.replace(/[- ]/g, '') === lines.join('').replace(/[- ]/g, ''),
    )
    if (!named) continue
    const corners = [0, 1].flatMap(x =>
      [0, 1].map(y => [rect.x + x * rect.w, rect.y + y * rect.h] as const),
    )
    if (!corners.every(corner => named.rings!.some(ring => holds(ring, corner))))
      crossing.add(named.name)
  }
  for (const [i, a] of labels.entries())
    for (const b of labels.slice(i + 1))
      assert.ok(!overlap(a.rect, b.rect), `${a.lines} ${b.lines}`)
  assert.ok(crossing.size < 6, [...crossing].join())
  const marks = communes.map((one, i) => ({ point: one.point!, number: i + 1 }))
  assert.match(
    paperMap({ id: 'x', title: 'Carte', communes: around('42195', 60), marks }, 'a5')!.keys,
    /^a\u00a0/,
  )
})

/**
 * Whether a point is within a ring: the sum of the angles under which it sees its sides is a whole
 * turn.
 */
function holds(
  ring: readonly (readonly [number, number])[],
  [x, y]: readonly [number, number],
): boolean {
  const turns = ring.map(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length]!
    const angle = Math.atan2(by - y, bx - x) - Math.atan2(ay - y, ax - x)
    return angle > Math.PI ? angle - 2 * Math.PI : angle < -Math.PI ? angle + 2 * Math.PI : angle
  })
  return Math.abs(turns.reduce((sum, one) => sum + one, 0)) > Math.PI
}
