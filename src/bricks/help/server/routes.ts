import { readFileSync } from 'node:fs'
import type { CopyPart } from '../../../web/served.ts'
import { HELP } from '../model/chapter.ts'
import { PICTURES } from '../model/pictures.ts'

const FOLDER = new URL('../pictures/', import.meta.url)

/** The pictures of the help. Their address changes with what they show. */
export const pictureRoutes: CopyPart = app => {
  for (const name of Object.keys(PICTURES))
    app.get(`${HELP}/images/${name}.webp`, c =>
      c.body(new Uint8Array(readFileSync(new URL(`${name}.webp`, FOLDER))), 200, {
        'content-type': 'image/webp',
        'cache-control': 'public, max-age=31536000, immutable',
      }),
    )
}
