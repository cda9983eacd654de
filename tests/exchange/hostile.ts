import { zstdCompressSync } from 'node:zlib'
import { unzipSync, zipSync } from 'fflate'
import type { Signed } from '../../src/core/change.ts'
import type { Box } from '../../src/log/box.ts'
import { hashText, sha256 } from '../../src/log/bytes.ts'
import { entriesOfPage, frame } from '../../src/sync/bundle/frames.ts'
import { signManifest } from '../../src/sync/bundle/manifest.ts'

/**
 * Bundles that a box whose key we hold could make whatever our own code says: rightly signed, wrong
 * inside.
 */
export type Parts = Record<string, Uint8Array>
export type Open = { pages: Uint8Array[]; manifest: Record<string, unknown>; more: Parts }

/** The commons pages of a bundle unfolded, and its manifest, for someone to change. */
export function openedParts(bytes: Uint8Array): {
  pages: Signed[][]
  manifest: Record<string, unknown>
} {
  const parts = unzipSync(bytes)
  const pages = Object.keys(parts).filter(name => /^commons\/\d/.test(name))
  return {
    pages: pages.map(name => [...entriesOfPage(parts[name]!, name)]),
    manifest: JSON.parse(Buffer.from(parts['manifest.json']!).toString()) as Record<
      string,
      unknown
    >,
  }
}

export const framed = (page: readonly Signed[]): Buffer => Buffer.concat(page.map(frame))

/** A bundle of these pages (unfolded bytes), its hashes and signature right, whatever is in it. */
export function forgedBundle(
  box: Box,
  pages: readonly Uint8Array[],
  manifest: Record<string, unknown>,
  more: Parts = {},
): Uint8Array {
  const folded = pages.map(page => zstdCompressSync(page))
  const listed = folded.map((page, i) => ({
    name: pageName(i),
    entries: 1,
    hash: hashText(sha256(page)),
  }))
  const commons = { ...(manifest['commons'] as object), pages: listed }
  return signedBundle(
    box,
    { ...manifest, commons },
    { ...Object.fromEntries(folded.map((page, i) => [pageName(i), page])), ...more },
  )
}
export const pageName = (i: number): string => `commons/${String(i + 1).padStart(6, '0')}.zst`

export function signedBundle(box: Box, manifest: unknown, parts: Parts): Uint8Array {
  const text = Buffer.from(typeof manifest === 'string' ? manifest : JSON.stringify(manifest))
  return zipSync(
    { ...parts, 'manifest.json': text, 'manifest.sig': signManifest(box, text) },
    { level: 0 },
  )
}
