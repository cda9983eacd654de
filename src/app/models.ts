import { model as agenda } from '../bricks/agenda/model/model.ts'
import { model as asking } from '../bricks/asking/model/model.ts'
import { model as box } from '../bricks/box/model/model.ts'
import { model as deals } from '../bricks/deals/model/model.ts'
import { model as diagnosis } from '../bricks/diagnosis/model/model.ts'
import { model as directory } from '../bricks/directory/model/model.ts'
import { model as harvest } from '../bricks/harvest/model/model.ts'
import { model as help } from '../bricks/help/model/model.ts'
import { model as lending } from '../bricks/lending/model/model.ts'
import { model as meetings } from '../bricks/meetings/model/model.ts'
import { model as members } from '../bricks/members/model/model.ts'
import { model as memory } from '../bricks/memory/model/model.ts'
import { model as offers } from '../bricks/offers/model/model.ts'
import { model as printing } from '../bricks/printing/model/model.ts'
import { model as privacy } from '../bricks/privacy/model/model.ts'
import { model as shelf } from '../bricks/shelf/model/model.ts'
import { model as sync } from '../bricks/sync/model/model.ts'
import { model as veilleuse } from '../bricks/veilleuse/model/model.ts'
import { model as wall } from '../bricks/wall/model/model.ts'
import { type BrickModel, modelsOf } from '../contract/brick.ts'

/**
 * The model of every brick, in the order of `bricks.ts`: what the writer and the verbs that show no
 * page load. Add or remove a line.
 */
export const models: readonly BrickModel[] = modelsOf([
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
])
