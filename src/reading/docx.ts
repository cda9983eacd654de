import { zipSync } from 'fflate'
import mammoth from 'mammoth'
import type { Archive } from './archive.ts'
import { htmlText } from './html.ts'
import { Unreadable } from './unreadable.ts'

/**
 * The text of a Word document. Mammoth is given only the parts that hold words, already unfolded under our limit
 * and packed again: it never meets the file itself, its pictures, nor anything it points at outside.
 */
export async function docxText(archive: Archive): Promise<string> {
  const parts: Record<string, Uint8Array> = {}
  for (const name of archive.names) {
    if (/\.(xml|rels)$/.test(name) && !name.startsWith('mammoth/')) parts[name] = archive.part(name)!
  }
  return htmlText(await asHtml(Buffer.from(zipSync(parts, { level: 0 }))))
}

async function asHtml(buffer: Buffer): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer },
      { includeEmbeddedStyleMap: false, externalFileAccess: false, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    )
    return value
  } catch {
    // Mammoth says a broken document with plain errors of many kinds, and ours with none: all of them mean the file.
    throw Unreadable.of('damaged', {})
  }
}
