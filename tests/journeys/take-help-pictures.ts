import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import type { HelpPicture } from '../../src/bricks/help/model/pictures.ts'
import { emptyBox, firstWeek, shownIn } from './help-pictures.ts'

/** `npm run help:pictures`: takes the pictures of the help anew, and says what each shows. */
const BRICK = new URL('../../src/bricks/help/', import.meta.url)
/** Units  pixels: clear space beside what is shown, and over and under it. */
const [BESIDE, OVER] = [14, 2]
const HEAD = /^[\s\S]*?PICTURES: .* = /
const at = (path: string): string => fileURLToPath(new URL(path, BRICK))

const taken: Record<string, HelpPicture> = {}
const box = await emptyBox()
try {
  await firstWeek(box, async (name, page, ...parts) => {
    await page.evaluate(() => {
      scrollTo(0, 0)
      ;(document.activeElement as HTMLElement | null)?.blur()
    })
    const boxes = await Promise.all(parts.map(part => part.boundingBox()))
    const whole = boxes.filter(one => one !== null)
    const [left, top] = [
      Math.min(...whole.map(one => one.x)) - BESIDE,
      Math.max(0, Math.min(...whole.map(one => one.y)) - OVER),
    ]
    const right = Math.max(...whole.map(one => one.x + one.width)) + BESIDE
    const bottom = Math.max(...whole.map(one => one.y + one.height)) + OVER
    const clip = { x: left, y: top, width: right - left, height: bottom - top }
    const png = await page.screenshot({ clip, fullPage: true })
    const { info, data } = await sharp(png)
      .webp({ quality: 70, effort: 6 })
      .toBuffer({ resolveWithObject: true })
    writeFileSync(at(`pictures/${name}.webp`), data)
    console.log(`${name}: ${info.width} × ${info.height}, ${Math.ceil(data.length / 1000)} kB`)
    const hash = createHash('sha256').update(data).digest('hex')
    taken[name] = { width: info.width, height: info.height, shown: await shownIn(parts), hash }
  })
} finally {
  await box.end()
}
const file = at('model/pictures.ts')
const [head = ''] = HEAD.exec(readFileSync(file, 'utf8')) ?? []
const lines = Object.entries(taken).map(([name, { width, height, shown, hash }]) => {
  const key = /-/.test(name) ? `'${name}'` : name
  const fields = [`width: ${width}`, `height: ${height}`, `shown: '${shown}'`, `hash: '${hash}'`]
  return `  ${key}: {\n    ${fields.join(',\n    ')},\n  },`
})
writeFileSync(file, `${head}{\n${lines.join('\n')}\n}\n`)
