import { runWriter } from '../engine/writer-worker.ts'
import { wholeBricks } from '../web/records/brick.ts'
import { bricks } from './bricks.ts'

/** The entry of the writer's thread. */
runWriter(wholeBricks(bricks))
