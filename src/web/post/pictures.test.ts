import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import {
  LARGE_PX,
  MOST_PICTURE_BYTES,
  type Picture,
  type PictureFault,
  pictureFrom,
  SMALL_PX,
} from './pictures.ts'

const drawn = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 160, g: 90, b: 40 } } })

/** A photo as a telephone makes it: who took it, where, on its side. */
const photo = (width = 1_600, height = 900) =>
  drawn(width, height)
    .withExif({
      IFD0: { Make: 'Appareil d’Odile' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '45/1 40/1 1234/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '3/1 51/1 5678/100',
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

const taken = (made: Picture | PictureFault): Picture => {
  assert.equal(typeof made, 'object', String(made))
  return made as Picture
}

test(
  'a photo becomes two WebP pictures, turned the right way up, that say neither where nor ' +
    'with what it was taken',
  async () => {
    const sent = await photo()
    assert.ok((await sharp(sent).metadata()).exif, 'what was sent says it')
    assert.ok(sent.includes('GPS') || sent.includes('Exif'))
    const { large, small } = taken(await pictureFrom(sent))
    for (const [bytes, most] of [[large, LARGE_PX] as const, [small, SMALL_PX] as const]) {
      const meta = await sharp(bytes).metadata()
      assert.equal(meta.format, 'webp')
      assert.equal(Math.max(meta.width, meta.height), most)
      assert.ok(meta.height > meta.width, 'it was held upright')
      for (const left of [meta.exif, meta.xmp, meta.iptc, meta.icc, meta.orientation])
        assert.equal(left, undefined)
      for (const mark of ['Exif', 'EXIF', 'GPS', 'Odile'])
        assert.ok(!Buffer.from(bytes).includes(mark), mark)
    }
  },
)

test('PNG and WebP are taken too, and a small picture is not made larger', async () => {
  for (const sent of [
    await drawn(120, 80).png().toBuffer(),
    await drawn(120, 80).webp().toBuffer(),
  ]) {
    const { large } = taken(await pictureFrom(sent))
    assert.equal((await sharp(large).metadata()).width, 120)
  }
})

test('a photo of twelve megapixels as telephones make them is taken, a larger one is not', async () => {
  taken(await pictureFrom(await drawn(4_032, 3_024).jpeg().toBuffer()))
  assert.equal(await pictureFrom(await drawn(4_200, 3_100).jpeg().toBuffer()), 'tooManyPixels')
})

test('a file that is no picture is refused, whatever its name or first bytes', async () => {
  const jpeg = await photo()
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image ' +
      'href="file:///etc/hostname"/></svg>',
  )
  const gif = Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1')
  for (const bytes of [Buffer.from('Bonjour'), svg, gif, Buffer.alloc(0), jpeg.subarray(0, 40)])
    assert.equal(await pictureFrom(bytes), 'notAPicture')
  assert.equal(await pictureFrom(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1')), 'heic')
  assert.equal(await pictureFrom(Buffer.alloc(MOST_PICTURE_BYTES + 1)), 'tooHeavy')
})
