import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { testOnce as test, testAll } from '../../tests/support/pass.ts'
import { centreOf } from '../core/centre.ts'
import { simplified } from './contour.ts'
import { GeographyFault, type GeographyFaultCode, readGeography } from './geography.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const SQUARE = [
  [
    [3.9, 45.7],
    [4.0, 45.7],
    [4.0, 45.8],
    [3.9, 45.8],
    [3.9, 45.7],
  ],
]
const features = (...list: readonly unknown[]): Uint8Array =>
  bytes(JSON.stringify({ type: 'FeatureCollection', features: list }))
const feature = (properties: unknown, geometry: unknown): unknown => ({
  type: 'Feature',
  properties,
  geometry,
})

test('a contour gives its middle and itself, however the file spells its code', () => {
  for (const key of ['code', 'insee', 'INSEE_COM', 'codgeo', 'Code INSEE', 'ref:INSEE']) {
    const [sail] = readGeography(
      features(
        feature(
          { [key]: '42195', nom: 'Sail-sous-Couzan' },
          { type: 'Polygon', coordinates: SQUARE },
        ),
      ),
      'a.geojson',
    )
    assert.deepEqual(
      { ...sail, contour: JSON.parse(sail?.contour ?? '') },
      {
        code: '42195',
        name: 'Sail-sous-Couzan',
        point: [45.75, 3.95],
        contour: { type: 'Polygon', coordinates: SQUARE },
      },
      key,
    )
  }
})

test(
  'of two pieces the larger has the middle, an open ring is closed, and a centre given apart ' +
    'is believed',
  () => {
    const open = [
      [4.2, 45.7],
      [4.21, 45.7],
      [4.2, 45.71],
    ]
    const pieces = { type: 'MultiPolygon', coordinates: [[open], SQUARE] }
    const [both] = readGeography(features(feature({ code: '42195' }, pieces)), 'a.geojson')
    assert.deepEqual(both?.point, [45.75, 3.95])
    const [[ring]] = JSON.parse(both?.contour ?? '').coordinates
    assert.deepEqual(ring.at(-1), ring[0])
    const centre = feature({ code: '42195' }, { type: 'Point', coordinates: [3.96, 45.73] })
    for (const order of [
      [centre, feature({ code: '42195' }, pieces)],
      [feature({ code: '42195' }, pieces), centre],
    ]) {
      const [one, ...none] = readGeography(features(...order), 'a.geojson')
      assert.deepEqual(none, [])
      assert.deepEqual(one?.point, [45.73, 3.96])
      assert.equal(one?.contour, both?.contour)
    }
  },
)

test('a table of centres is read with its commas or semicolons, its accents and its decimals', () => {
  const wanted = [
    { code: '42195', name: 'Sail-sous-Couzan', point: [45.7363, 3.9613] },
    { code: '01004', name: 'Ambérieu', point: [45.96, 5.35] },
  ]
  for (const table of [
    'code,nom,lat,lon\n42195,"Sail-sous-Couzan",45.7363,3.9613\n1004,Ambérieu,45.96,5.35\n',
    '\ufeffINSEE_COM;NOM_COM;Latitude;Longitude\r\n42195;Sail-sous-Couzan;45,7363;3,9613\r\n' +
      '01004;Ambérieu;45,96;5,35\r\n',
    'Code ' +
      'INSEE\tLibellé\tlng\tlat\n42195\tSail-sous-Couzan\t3.9613\t45.7363\n' +
      '01004\tAmbérieu\t5.35\t45.96',
  ])
    assert.deepEqual(readGeography(bytes(table), 'a.csv'), wanted)
  const old = Uint8Array.from('code;nom;lat;lon\n01004;Amb\xe9rieu;45.96;5.35', c =>
    c.charCodeAt(0),
  )
  assert.equal(readGeography(old, 'a.csv')[0]?.name, 'Ambérieu', 'Windows-1252')
})

test('what gives no place says why', () => {
  const faults: readonly (readonly [Uint8Array, GeographyFaultCode])[] = [
    [bytes(''), 'empty'],
    [bytes(' \n '), 'empty'],
    [features(), 'empty'],
    [bytes('{"type":"FeatureCollection","features":['), 'not-understood'],
    [bytes('{"type":"Topology","objects":{}}'), 'topology'],
    [bytes('[1, null, "x"]'), 'not-understood'],
    [bytes('{"__proto__":{"features":[]}}'), 'not-understood'],
    [new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'not-text'],
    [features(feature({ nom: 'Sail' }, { type: 'Polygon', coordinates: SQUARE })), 'no-code'],
    [features(feature({ code: '99999999' }, { type: 'Polygon', coordinates: SQUARE })), 'no-code'],
    [features(feature({ code: '42195' }, null)), 'no-place'],
    [
      features(
        feature(
          { code: '42195' },
          {
            type: 'Polygon',
            coordinates: [
              [
                [3, 45],
                [4, 45],
              ],
            ],
          },
        ),
      ),
      'no-place',
    ],
    [features(feature({ code: '42195' }, { type: 'Polygon', coordinates: { a: 1 } })), 'no-place'],
    [
      features(feature({ code: '42195' }, { type: 'Point', coordinates: [774_000, 6_516_000] })),
      'projected',
    ],
    [bytes('code,x,y\n42195,774000,6516000\n'), 'projected'],
    [bytes('code,nom\n42195,Sail\n'), 'no-place'],
    [bytes('Bonjour, voici nos communes.'), 'no-code'],
  ]
  for (const [file, code] of faults)
    assert.throws(
      () => readGeography(file, 'a.file'),
      (error: unknown) =>
        error instanceof GeographyFault && error.code === code && error.file === 'a.file',
      code,
    )
})

test('a heavy contour is thinned to its limit, with closed rings and its middle where it was', () => {
  const around = fc.tuple(
    fc.integer({ min: 3, max: 4_000 }),
    fc.double({ min: 0, max: 0.5, noNaN: true }),
    fc.integer({ min: 800, max: 60_000 }),
  )
  fc.assert(
    fc.property(around, ([corners, rough, most]) => {
      const ring = Array.from({ length: corners }, (_, i) => {
        const angle = (2 * Math.PI * i) / corners
        const radius = 0.05 * (1 + rough * Math.sin(angle * 37))
        return [4 + radius * Math.cos(angle), 45.7 + radius * Math.sin(angle)]
      })
      ring.push(ring[0]!)
      const text = simplified([[ring]], most)
      assert.ok(text.length <= most, `${text.length} of ${most}`)
      const kept: number[][] = JSON.parse(text).coordinates[0]
      assert.ok(kept.length >= 4)
      assert.deepEqual(kept.at(-1), kept[0])
      const [lat, lon] = centreOf([[kept]])
      const [wasLat, wasLon] = centreOf([[ring]])
      assert.ok(Math.hypot(lat - wasLat, lon - wasLon) < 0.02)
    }),
    { numRuns: 60 },
  )
})

testAll('ten thousand islands still fit', () => {
  const islands = Array.from({ length: 10_000 }, (_, i) => {
    const [x, y, size] = [(i % 100) / 10, Math.floor(i / 100) / 10, 0.001 + i / 1e6]
    return [
      [
        [x, y],
        [x + size, y],
        [x + size, y + size],
        [x, y],
      ],
    ]
  })
  const text = simplified(islands, 60_000)
  assert.ok(text.length <= 60_000)
  assert.ok(JSON.parse(text).coordinates.length > 100)
})

const SHARED = new URL('../../../shared/geo/', import.meta.url)
const skip = existsSync(SHARED) ? false : 'the shared geography is not here'
test('the contours of a department and the centres of a grouping agree', { skip }, () => {
  const contours = readGeography(
    readFileSync(new URL('communes-42-loire.geojson', SHARED)),
    'loire',
  )
  const centres = readGeography(readFileSync(new URL('loire-forez.csv', SHARED)), 'forez')
  assert.equal(contours.length, 326)
  assert.equal(centres.length, 84)
  const byCode = new Map(contours.map(one => [one.code, one]))
  const apart = centres.filter(({ code, point }) => {
    const here = byCode.get(code)
    assert.ok(here && (here.contour?.length ?? 0) <= 60_000, code)
    return Math.hypot(here.point[0] - point[0], here.point[1] - point[1]) > 0.0002
  })
  assert.deepEqual(
    apart.map(({ name }) => name),
    ['La Chapelle-en-Lafaye'],
    'the one in two pieces, whose middle we put in the larger',
  )
})
