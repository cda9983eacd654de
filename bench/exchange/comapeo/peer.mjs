import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { MapeoManager, roles } from '@comapeo/core'
import Fastify from 'fastify'

/** CoMapeo core: two devices of one project on loopback, observations until the other holds and indexes them all. `peer.mjs CARGO FOLDER`. */
const [cargo, folder] = process.argv.slice(2)
const TOGETHER = 100
const records = readFileSync(cargo, 'utf8').trimEnd().split('\n').map(JSON.parse)
const library = join(dirname(fileURLToPath(import.meta.resolve('@comapeo/core'))), '..')

async function device(name) {
  const [dbFolder, coreStorage] = ['db', 'core'].map(part => join(folder, name, part))
  for (const part of [dbFolder, coreStorage]) mkdirSync(part, { recursive: true })
  const manager = new MapeoManager({
    rootKey: randomBytes(16),
    projectMigrationsFolder: join(library, 'drizzle/project'),
    clientMigrationsFolder: join(library, 'drizzle/client'),
    dbFolder,
    coreStorage,
    fastify: Fastify(),
  })
  await manager.setDeviceInfo({ name, deviceType: 'desktop' })
  return manager
}
const tagsOf = ({ type, said }) =>
  Object.fromEntries(
    Object.entries({ type, ...said })
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : value]),
  )
async function write(project, all) {
  const ids = []
  for (let at = 0; at < all.length; at += TOGETHER) {
    const made = all.slice(at, at + TOGETHER).map(one =>
      project.observation.create({
        schemaName: 'observation',
        lat: 45.75,
        lon: 4.0,
        attachments: [],
        tags: tagsOf(one),
        metadata: { manualLocation: false },
      }),
    )
    ids.push(...(await Promise.all(made)).map(({ docId }) => docId))
  }
  return ids
}
/** From the last to the first, each until it is found: asking for all of them again and again would be what is measured. */
async function arrived(project, ids) {
  const holds = id =>
    project.observation.getByDocId(id).then(
      () => true,
      () => false,
    )
  for (const id of ids.toReversed()) while (!(await holds(id))) await after(5)
}
const connected = async manager =>
  (await manager.listLocalPeers()).some(peer => peer.status === 'connected')
const bytesIn = at =>
  readdirSync(at, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .reduce(
      (sum, entry) => sum + statSync(join(entry.parentPath ?? entry.path, entry.name)).blocks * 512,
      0,
    )

const [from, to] = [await device('from'), await device('to')]
const id = await from.createProject({ name: 'banc' })
const here = await from.getProject(id)
const shared = await write(here, records.slice(0, -10))
const { name, port } = await from.startLocalPeerDiscoveryServer()
await to.startLocalPeerDiscoveryServer()
to.connectLocalPeer({ address: '127.0.0.1', name, port })
while (!((await connected(from)) && (await connected(to)))) await after(20)
to.invite.on('invite-received', invite => to.invite.accept(invite))
await here.$member.invite(to.deviceId, { roleId: roles.MEMBER_ROLE_ID })
const there = await to.getProject(id)
const spent = () => Object.values(process.cpuUsage()).reduce((sum, us) => sum + us / 1_000, 0)
let begun = performance.now()
const before = spent()
for (const project of [here, there]) project.$sync.start()
await arrived(there, shared)
const bring = performance.now() - begun
const cpu = spent() - before
begun = performance.now()
await arrived(there, await write(here, records.slice(-10)))
const meet = performance.now() - begun
const disk = bytesIn(join(folder, 'to'))
const parts = 'found by its id: it has no search of words'
console.log(
  JSON.stringify({ bring, cpu, parts, meet, disk, peakMB: process.resourceUsage().maxRSS / 1024 }),
)
process.exit(0)
