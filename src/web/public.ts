import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Hono } from 'hono'
import type { PageAssets } from './pages/respond.ts'

const FILES: readonly (readonly [path: string, type: string])[] = [
  ['look.css', 'text/css; charset=utf-8'],
  ['veilleuse.css', 'text/css; charset=utf-8'],
  ['veilleuse.js', 'text/javascript; charset=utf-8'],
  ['fonts/bricolage.woff2', 'font/woff2'],
  ['fonts/atkinson.woff2', 'font/woff2'],
  ['heure.js', 'text/javascript; charset=utf-8'],
  ['lire.js', 'text/javascript; charset=utf-8'],
  ['icon.svg', 'image/svg+xml'],
  ['icon.png', 'image/png'],
]

/** Browsers ask for `br` over https alone: over http the same file comes as `gzip`. */
const ENCODINGS = ['br', 'gzip'] as const
type Packed = Readonly<Record<(typeof ENCODINGS)[number], () => Buffer>>

/** `packed`: compressed at the first request for it, where that is worth it. */
type PublicFile = Readonly<{
  bytes: Buffer
  packed: Packed | undefined
  type: string
  tag: string
}>
function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

const packedOf = (bytes: Buffer): Packed => ({
  br: once(() => brotliCompressSync(bytes)),
  gzip: once(() => gzipSync(bytes, { level: 9 })),
})

const held = new Map<string, PublicFile>(
  FILES.map(([path, type]) => {
    const bytes = readFileSync(new URL(`../../public/${path}`, import.meta.url))
    const tag = createHash('sha256').update(bytes).digest('base64url').slice(0, 10)
    return [
      path,
      {
        bytes,
        packed: type.startsWith('text/') ? packedOf(bytes) : undefined,
        type,
        tag,
      },
    ]
  }),
)

const tagged = (path: string): string => `/${path}?v=${held.get(path)!.tag}`
/**
 * The address of a style sheet or script holds its hash: a browser keeps it for a year, and asks
 * for a new one when it changes.
 */
export const lookOf = (): PageAssets => ({
  look: tagged('look.css'),
  screen: tagged('veilleuse.css'),
  script: tagged('veilleuse.js'),
  scripts: { heure: tagged('heure.js'), lire: tagged('lire.js') },
  icons: { tab: tagged('icon.svg'), phone: tagged('icon.png'), manifest: MANIFEST },
})

const MANIFEST = '/page.webmanifest'

/**
 * How a telephone keeps the page among its applications: its name, its picture, its first page.
 *
 * Source  W3C, Web Application Manifest
 */
const manifestOf = (called: string) => ({
  name: called,
  short_name: called,
  start_url: '/',
  display: 'minimal-ui',
  background_color: '#f7f3ea',
  theme_color: '#f7f3ea',
  icons: [
    { src: tagged('icon.svg'), sizes: 'any', type: 'image/svg+xml' },
    { src: tagged('icon.png'), sizes: '192x192', type: 'image/png' },
  ],
})

/** `called`: the name of the page, asked each time. */
export function publicRoutes(app: Hono, called: () => string | undefined = () => undefined): void {
  app.get(MANIFEST, c =>
    c.body(JSON.stringify(manifestOf(called() ?? 'CoCoTe')), 200, {
      'content-type': 'application/manifest+json; charset=utf-8',
      'cache-control': 'no-cache',
    }),
  )
  app.get('/favicon.ico', c => c.redirect('/icon.png', 301))
  for (const [path, file] of held)
    app.get(`/${path}`, c => {
      const accepted = c.req.header('accept-encoding') ?? ''
      const encoding = ENCODINGS.find(one => new RegExp(`\\b${one}\\b`).test(accepted))
      const packed = encoding && file.packed?.[encoding]()
      const headers: Record<string, string> = {
        'content-type': file.type,
        'cache-control': 'public, max-age=31536000, immutable',
        etag: `"${file.tag}"`,
      }
      if (file.packed) headers['vary'] = 'accept-encoding'
      if (packed && encoding) headers['content-encoding'] = encoding
      if (c.req.header('if-none-match') === `"${file.tag}"`)
        return new Response(null, { status: 304, headers })
      return c.body((packed ?? file.bytes) as Uint8Array<ArrayBuffer>, 200, headers)
    })
}
