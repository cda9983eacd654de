import { argv, exit } from 'node:process'
import { multicast, type Packet } from '../../src/sync/session/multicast.cjs'

/**
 * Asks the network of this address which boxes are there, until one answers; then says the
 * addresses of all that did.
 */
const mdns = multicast()!({ interface: argv[2]!, bind: '0.0.0.0' })
const said = new Set<string>()
mdns.on('response', ({ answers = [], additionals = [] }: Packet) => {
  if (!answers.some(one => one.name === '_cocote._tcp.local')) return
  for (const one of additionals) if (one.type === 'A') said.add(String(one.data))
})
const ask = (): void => mdns.query('_cocote._tcp.local', 'PTR')
mdns.on('ready', ask)
const asking = setInterval(() => {
  // Once more when one has answered: whoever was slow is asked twice.
  if (said.size > 0 && ++heard > 2) {
    clearInterval(asking)
    console.log([...said].sort().join('\n'))
    exit(0)
  }
  ask()
}, 1_000)
let heard = 0
