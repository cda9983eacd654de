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
  let last
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
    last = (await Promise.all(made)).at(-1)
  }
  return last
}
/** The last one is asked for often, all of them once it is there: asking costs the same thread. */
async function arrived(project, { docId }, count) {
  const held = async () =>
    project.observation.getByDocId(docId).then(
      () => true,
      () => false,
    )
  while (!(await held())) await after(5)
  while ((await project.observation.getMany()).length < count) await after(20)
}
const connected = async manager => (await manager.listLocalPeers()).some(peer => peer.status === 'connected')
const bytesIn = at =>
  readdirSync(at, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath ?? entry.path, entry.name)).blocks * 512, 0)

const [from, to] = [await device('from'), await device('to')]
const id = await from.createProject({ name: 'banc' })
const here = await from.getProject(id)
const last = await write(here, records.slice(0, -10))
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
await arrived(there, last, records.length - 10)
const bring = performance.now() - begun
const cpu = spent() - before
begun = performance.now()
const more = await write(here, records.slice(-10))
await arrived(there, more, records.length)
const meet = performance.now() - begun
const disk = bytesIn(join(folder, 'to'))
const parts = 'found by its id: it has no search of words'
console.log(JSON.stringify({ bring, cpu, parts, meet, disk, peakMB: process.resourceUsage().maxRSS / 1024 }))
process.exit(0)
