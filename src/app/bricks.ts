import { agenda } from '../bricks/agenda/brick.ts'
import { asking } from '../bricks/asking/brick.ts'
import { box } from '../bricks/box/brick.ts'
import { deals } from '../bricks/deals/brick.ts'
import { diagnosis } from '../bricks/diagnosis/brick.ts'
import { directory } from '../bricks/directory/brick.ts'
import { harvest } from '../bricks/harvest/brick.ts'
import { help } from '../bricks/help/brick.ts'
import { lending } from '../bricks/lending/brick.ts'
import { meetings } from '../bricks/meetings/brick.ts'
import { members } from '../bricks/members/brick.ts'
import { memory } from '../bricks/memory/brick.ts'
import { offers } from '../bricks/offers/brick.ts'
import { printing } from '../bricks/printing/brick.ts'
import { privacy } from '../bricks/privacy/brick.ts'
import { shelf } from '../bricks/shelf/brick.ts'
import { sync } from '../bricks/sync/brick.ts'
import { veilleuse } from '../bricks/veilleuse/brick.ts'
import { wall } from '../bricks/wall/brick.ts'
import type { Brick } from '../contract/brick.ts'

/** Every brick of the house, in the order of the menu. Add or remove a line. */
export const bricks: readonly Brick[] = [
  offers,
  directory,
  agenda,
  meetings,
  members,
  deals,
  diagnosis,
  memory,
  sync,
  printing,
  box,
  wall,
  shelf,
  veilleuse,
  harvest,
  privacy,
  help,
  asking,
  lending,
]
