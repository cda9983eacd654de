import { zipSync } from 'fflate'
import mammoth from 'mammoth'
import { pattern } from '../core/pattern.ts'
import type { Archive } from './archive.ts'
import { MOST_WORD_TAGS, tagsIn } from './depth.ts'
import { htmlText } from './html.ts'
import { Unreadable } from './unreadable.ts'

const WITH_WORDS = pattern()`
  ^(\[Content_Types\]\.xml|(word\/)?_rels\/[^/]+\.rels|word\/(document|styles|numbering|footnotes
  |endnotes)\.xml)$
`

/**
 * The text of a Word document. Mammoth is given only the parts that hold words, already unfolded
 * under our limit and packed again: it never meets the file itself, its pictures, nor anything it
 * points at outside.
 */
export async function docxText(archive: Archive): Promise<string> {
  const parts: Record<string, Uint8Array> = {}
  let tags = 0
  for (const name of archive.names) {
    if (!WITH_WORDS.test(name)) continue
    const part = archive.part(name)!
    tags += tagsIn(new TextDecoder().decode(part))
    if (tags > MOST_WORD_TAGS) throw Unreadable.of('tangled', {})
    parts[name] = part
  }
  return htmlText(await asHtml(Buffer.from(zipSync(parts, { level: 0 }))))
}

async function asHtml(buffer: Buffer): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer },
      {
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    )
    return value
  } catch {
    // Mammoth says a broken document with plain errors of many kinds, and ours with none: all of
    // them mean the file.
    throw Unreadable.of('damaged', {})
  }
}
