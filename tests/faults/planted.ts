import { argv } from 'node:process'
import { serve } from '../../src/app/serve.ts'

/** A server that does not wait for the disk: what the pulled plug's test must catch. */
const served = await serve({
  data: argv[2]!,
  port: 0,
  tlsPort: undefined,
  host: '127.0.0.1',
  names: [],
  sync: 'NORMAL',
})
console.log(`planted : ${served.address}`)
