import type { Hono } from 'hono'
import type { Reader } from '../contract/reader.ts'
import { type Input, one } from '../core/form/input.ts'
import { typeFor } from '../core/schema.ts'
import type { MapCommune } from '../ui/map/map-ground.ts'
import { pairIn, pickImage, pointOfPixel } from '../ui/map/map-pick.ts'
import type { PageSource } from './pages/kit.ts'
import { territoryShown } from './pages/territory-shown.ts'
import { untilWritten } from './pages/until-written.ts'
import type { Server } from './server-parts.ts'

/**
 * The map on which a form chooses a point (`ui/map/map-pick.ts`): its image, and the form that was
 * sent by a click on it.
 */
export const PICK = '/carte/choisir.svg'

export function pickRoutes(app: Hono, server: Server): void {
  app.get(PICK, c => {
    const image = pickImage(ground(server.source), {
      near: pairIn(c.req.query('pres') ?? ''),
      chosen: pairIn(c.req.query('point') ?? ''),
    })
    return image === undefined
      ? c.body(null, 404)
      : c.body(image, 200, {
          'content-type': 'image/svg+xml',
          'cache-control': 'private, max-age=60',
        })
  })
}

/**
 * The communes of the territory that a map can place: the same array until the next write, by which
 * `map-pick.ts` keeps its drawing.
 */
const ground = untilWritten(({ read }: PageSource) => read, placed)

function placed({ types, bricks, read }: PageSource): readonly MapCommune[] {
  const type = typeFor(types, 'ground')
  const communes = territoryShown(bricks, read)?.communes ?? []
  const contours = type ? contoursIn(read, type.name) : new Map<string, string>()
  return communes.map(one => ({ ...one, contour: contours.get(one.code) ?? null }))
}
const contoursIn = (read: Reader, type: string): ReadonlyMap<string, string> =>
  new Map(
    read
      .all(`SELECT code, contour FROM "${type}" WHERE contour IS NOT NULL AND removed IS NOT 1`)
      .map(({ code, contour }) => [String(code), String(contour)]),
  )

/**
 * The form with the point that was clicked; undefined when it was sent by another button. The
 * corner is no click: a browser sends it when somebody presses a key on the image. The form then
 * comes back as it is, to be clicked or typed, and saves nothing.
 */
export function withPicked(source: PageSource, input: Input): Input | undefined {
  const clicked = Object.keys(input).find(name => name.endsWith('.map.x'))
  if (clicked === undefined) return undefined
  const name = clicked.slice(0, -'.map.x'.length)
  const [x, y] = [Number(one(input, clicked)), Number(one(input, `${name}.map.y`))]
  if (!(x >= 0) || !(y >= 0)) return undefined
  if (x === 0 && y === 0) return input
  const point = pointOfPixel(ground(source), pairIn(one(input, `${name}.near`)), [x, y])
  return point && { ...input, [`${name}.lat`]: String(point[0]), [`${name}.lon`]: String(point[1]) }
}
