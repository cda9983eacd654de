import { tables as agenda } from '../bricks/agenda/model/projection.ts'
import { tables as asking } from '../bricks/asking/model/records.ts'
import { tables as box } from '../bricks/box/model/kit-bag/records.ts'
import { tables as deals } from '../bricks/deals/model/records.ts'
import { tables as diagnosis } from '../bricks/diagnosis/model/records.ts'
import { tables as directory } from '../bricks/directory/model/records.ts'
import { tables as harvest } from '../bricks/harvest/model/records.ts'
import { tables as lending } from '../bricks/lending/model/records.ts'
import { tables as meetings } from '../bricks/meetings/model/projection.ts'
import { tables as members } from '../bricks/members/model/records.ts'
import { tables as offers } from '../bricks/offers/model/projection.ts'
import { tables as printing } from '../bricks/printing/model/records.ts'
import { tables as shelf } from '../bricks/shelf/model/records.ts'
import { tables as veilleuse } from '../bricks/veilleuse/model/records.ts'
import { tables as wall } from '../bricks/wall/model/records.ts'
import type { BrickTables } from '../contract/brick.ts'

/**
 * The tables of every brick that has some, in the order of `models.ts`: what `check`, `rebuild` and
 * `restore` load. Add or remove a line.
 */
export const tables: readonly BrickTables[] = [
  offers,
  directory,
  agenda,
  meetings,
  members,
  deals,
  diagnosis,
  printing,
  box,
  wall,
  shelf,
  veilleuse,
  harvest,
  asking,
  lending,
]
