import type { Sharp, SharpOptions } from 'sharp'

/**
 * A received picture as this box’s two: one for its page, one for lists.
 *
 * Units   pixels, bytes.
 * Law     The result holds nothing but the picture, turned upright: no EXIF, place or name of a
 *         telephone. Only files that begin as JPEG, PNG or WebP are decoded. One picture at a time:
 *         a small box has little memory.
 */
export type Picture = Readonly<{ large: Uint8Array; small: Uint8Array }>
/**
 * Why a picture was not taken. HEIC is what some telephones keep photos in; its patents keep it out
 * of free readers.
 */
export type PictureFault = 'notAPicture' | 'heic' | 'tooHeavy' | 'tooManyPixels'

export const MOST_PICTURE_BYTES = 8 * 1024 * 1024
/** The largest picture: 12 megapixels, 4,032 × 3,024 or 4,096 × 3,072. */
const MOST_PIXELS = 4_096 * 3_072
/**
 * The library holds whole rows, whatever their number: a picture of one row of twelve million
 * pixels would take a gigabyte. A panorama of a telephone is shorter.
 */
const MOST_SIDE = 12_000
export const LARGE_PX = 1_200
export const SMALL_PX = 400

type Opening = (bytes: Uint8Array, opts: SharpOptions) => Sharp
let loaded: Promise<Opening> | undefined

/**
 * Loaded with the first photo: a box that gets none starts without it. Its other readers are shut
 * before anything is opened.
 */
function opening(): Promise<Opening> {
  loaded ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false)
    sharp.concurrency(1)
    sharp.block({ operation: ['VipsForeignLoad'] })
    sharp.unblock({
      operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'],
    })
    return (bytes, opts) => sharp(bytes, opts)
  })
  return loaded
}

let before: Promise<unknown> = Promise.resolve()

export function pictureFrom(bytes: Uint8Array): Promise<Picture | PictureFault> {
  const made = before.then(() => drawn(bytes))
  before = made.catch(() => undefined)
  return made
}

async function drawn(bytes: Uint8Array): Promise<Picture | PictureFault> {
  if (bytes.length > MOST_PICTURE_BYTES) return 'tooHeavy'
  const kind = kindOf(bytes)
  if (kind !== 'picture') return kind
  const open = await opening()
  try {
    // Reads the header alone: no row is held yet.
    const { width, height } = await open(bytes, { limitInputPixels: false }).metadata()
    if (Math.max(width, height) > MOST_SIDE || width * height > MOST_PIXELS) return 'tooManyPixels'
    const large = await fitted(open, bytes, LARGE_PX, 78)
    return { large, small: await fitted(open, large, SMALL_PX, 72) }
  } catch {
    // It begins as a picture and is damaged or hostile.
    return 'notAPicture'
  }
}

/**
 * Colours are brought to sRGB and the profile left out: everything but the picture stays behind.
 */
async function fitted(
  open: Opening,
  bytes: Uint8Array,
  px: number,
  quality: number,
): Promise<Uint8Array> {
  const inside = { width: px, height: px, fit: 'inside', withoutEnlargement: true } as const
  return open(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .autoOrient()
    .resize(inside)
    .webp({ quality })
    .toBuffer()
}

/** The kind of a file, by its first bytes. The sender’s name for it does not count. */
function kindOf(bytes: Uint8Array): 'picture' | 'heic' | 'notAPicture' {
  const text = String.fromCharCode(...bytes.subarray(0, 12))
  if (text.startsWith('\xff\xd8\xff') || text.startsWith('\x89PNG\r\n\x1a\n')) return 'picture'
  if (text.startsWith('RIFF') && text.endsWith('WEBP')) return 'picture'
  return /^....ftyp(hei|hev|mif|msf|avi)/.test(text) ? 'heic' : 'notAPicture'
}
