import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { moveLog } from '../../src/log/moving.ts'

/**
 * A process of its own, which moves a log and is killed meanwhile (move-kill.test.ts). A second
 * argument: as on a disk that gives no file a second name.
 */
if (process.argv.length > 3) {
  fs.linkSync = () => {
    throw Object.assign(new Error('no second names'), { code: 'EPERM' })
  }
  syncBuiltinESMExports()
}
console.log('begins')
moveLog(process.argv[2]!)
console.log('moved')
