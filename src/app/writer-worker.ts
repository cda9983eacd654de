import { runWriter } from '../engine/writer-worker.ts'
import { models } from './models.ts'

/** The entry of the writer's thread. */
runWriter(models)
