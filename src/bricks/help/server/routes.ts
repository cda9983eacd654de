import { readFileSync } from 'node:fs'
import type { CopyPart, Parts } from '../../../web/served.ts'
import { HELP } from '../model/chapter.ts'
import { PICTURES } from '../model/pictures.ts'

const FOLDER = new URL('../pictures/', import.meta.url)

const bytesOf = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(new URL(`${name}.webp`, FOLDER)))

/** The same pictures for the booklet, by the hash of their file. */
export const pictureOf: NonNullable<Parts['picture']> = hash => {
  const [name] = Object.entries(PICTURES).find(([, one]) => one.hash === hash) ?? []
  return name === undefined ? undefined : bytesOf(name)
}

/** The pictures of the help. Their address changes with what they show. */
export const pictureRoutes: CopyPart = app => {
  for (const name of Object.keys(PICTURES))
    app.get(`${HELP}/images/${name}.webp`, c =>
      c.body(bytesOf(name), 200, {
        'content-type': 'image/webp',
        'cache-control': 'public, max-age=31536000, immutable',
      }),
    )
}
