import { basename, dirname } from 'node:path'
import { pattern } from '../../src/core/pattern.ts'

/**
 * What a traced process did to the files of one folder, and when it answered: read from strace's
 * own text (`-f -xx`). One table of open files: the process traced must start no other. Calls that
 * could change a file unseen are refused.
 */
export const TRACED =
  'open,openat,creat,close,dup,dup2,dup3,write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg,fsync,fdatasync,sync_file_range,ftruncate,truncate,fallocate,copy_file_range,sendfile,rename,renameat,renameat2,unlink,unlinkat,link,linkat,symlink,symlinkat,mkdir,mkdirat,rmdir,lseek,mmap,io_uring_setup,vfork,clone,clone3,fork'

/** One call. `from` and `to`: the lines where it began and where it ended. */
export type Call = Readonly<{
  name: string
  args: readonly string[]
  result: number
  from: number
  to: number
}>

const WHOLE = /^(\d+)\s+(\w+)\((.*)\)\s+= (-?\d+)/
const BEGUN = /^(\d+)\s+(\w+)\((.*) <unfinished \.\.\.>$/
const RESUMED = /^(\d+)\s+<\.\.\. (\w+) resumed>(.*)\)\s+= (-?\d+)/

/**
 * Calls in the order in which they ended. A call that never ended is left out: nothing followed
 * from it.
 */
export function callsIn(lines: Iterable<string>): readonly Call[] {
  const calls: Call[] = []
  const begun = new Map<string, Readonly<{ name: string; text: string; from: number }>>()
  let at = 0
  for (const line of lines) {
    at++
    const whole = WHOLE.exec(line)
    const start = whole ? null : BEGUN.exec(line)
    const end = whole || start ? null : RESUMED.exec(line)
    if (whole)
      calls.push({
        name: whole[2]!,
        args: argsIn(whole[3]!),
        result: Number(whole[4]),
        from: at,
        to: at,
      })
    else if (start) begun.set(start[1]!, { name: start[2]!, text: start[3]!, from: at })
    else if (end) {
      const first = begun.get(end[1]!)
      if (!first || first.name !== end[2])
        throw new Error(`line ${at}: ${end[2]} is resumed and was not begun`)
      begun.delete(end[1]!)
      calls.push({
        name: first.name,
        args: argsIn(first.text + end[3]),
        result: Number(end[4]),
        from: first.from,
        to: at,
      })
    }
  }
  return calls
}

/**
 * The arguments of a call, cut at its outer commas. With `-xx` a string holds nothing but `\x` and
 * digits.
 */
function argsIn(text: string): readonly string[] {
  const args: string[] = []
  let depth = 0
  let from = 0
  // A string is passed over whole: a write of a page is thousands of letters.
  for (const { 0: char, index } of text.matchAll(/"[^"]*"|[[\]{}(),]/g))
    if (char === '[' || char === '{' || char === '(') depth++
    else if (char === ']' || char === '}' || char === ')') depth--
    else if (char === ',' && depth === 0) {
      args.push(text.slice(from, index).trim())
      from = index + 1
    }
  return [...args, text.slice(from).trim()]
}

/** Every string in an argument, in order, as bytes: one for a buffer, several for an iovec. */
export function bytesIn(arg: string): Buffer {
  if (/"\.\.\./.test(arg)) throw new Error('strace cut a string: -s is too small')
  return Buffer.concat(
    [...arg.matchAll(/"([^"]*)"/g)].map(([, said = '']) => {
      const hex = said.replaceAll('\\x', '')
      const bytes = Buffer.from(hex, 'hex')
      // Without `\x` before each two digits, as many letters give other bytes.
      if (bytes.length * 4 !== said.length || !isInHex(said))
        throw new Error(`strace wrote a string that is not in hex: ${said.slice(0, 40)}`)
      return bytes
    }),
  )
}
function isInHex(said: string): boolean {
  for (let at = 0; at < said.length; at += 4) if (!said.startsWith('\\x', at)) return false
  return true
}
const textIn = (arg: string): string => bytesIn(arg).toString('utf8')

export type Write = Readonly<{ at: number; bytes: Buffer }> | Readonly<{ cut: number }>
type Timed = Readonly<{ from: number; to: number }>
/** A file, whatever its name becomes: what was done to it, and when it was synced. */
export type Traced = {
  was: string | undefined
  writes: (Timed & Readonly<{ what: Write }>)[]
  syncs: Timed[]
}
/** What was done to the names in a folder. `file` is absent when the name goes away. */
type Naming = Timed & Readonly<{ name: string; file?: Traced }>
type Folder = { names: Naming[]; syncs: Timed[] }
export type Answered = Readonly<{ from: number; location: string }>
export type Trace = Readonly<{ folders: ReadonlyMap<string, Folder>; answers: readonly Answered[] }>

type Open = { file?: Traced; folder?: Folder; at: number; path: string }

/** Follows the calls over a folder that held `before` when the process began. */
export function follow(calls: readonly Call[], root: string, before: readonly string[]): Trace {
  const folders = new Map<string, Folder>([[root, { names: [], syncs: [] }]])
  const now = new Map<string, Traced>(
    before.map(name => [`${root}/${name}`, { was: name, writes: [], syncs: [] }]),
  )
  for (const name of before)
    folders.get(root)!.names.push({ name, file: now.get(`${root}/${name}`)!, from: 0, to: 0 })
  const opened = new Map<number, Open>()
  const answers: Answered[] = []
  const tracing = { root, folders, now, opened, answers }
  for (const call of calls) if (call.result >= 0 || call.name === 'close') apply(tracing, call)
  return { folders, answers: answers.sort((a, b) => a.from - b.from) }
}

type Tracing = Readonly<{
  root: string
  folders: Map<string, Folder>
  now: Map<string, Traced>
  opened: Map<number, Open>
  answers: Answered[]
}>

const UNSEEN = pattern()`
  ^(sync_file_range|truncate|fallocate|copy_file_range|sendfile|renameat2?|link|linkat|symlink
  |symlinkat|unlinkat|rmdir|creat|open|dup3?|dup2|vfork|fork)$
`

function apply(tracing: Tracing, call: Call): void {
  const { name, args } = call
  const fd = Number(args[0])
  if (name === 'openat') open(tracing, call)
  else if (name === 'close') tracing.opened.delete(fd)
  else if (/^(p?write|sendto|sendmsg)/.test(name)) written(tracing, call)
  else if (name === 'ftruncate')
    tracing.opened.get(fd)?.file?.writes.push({ ...timed(call), what: { cut: Number(args[1]) } })
  else if (name === 'fsync' || name === 'fdatasync') synced(tracing, call)
  else if (name === 'lseek') moved(tracing, call)
  else if (name === 'rename' || name === 'unlink' || name.startsWith('mkdir')) named(tracing, call)
  else if (name === 'mmap') mapped(tracing, call)
  // Without SQPOLL libuv's rings carry epoll_ctl only (src/unix/linux.c); with it, reads and writes
  // of files.
  else if (name === 'io_uring_setup' && args.join().includes('IORING_SETUP_SQPOLL'))
    throw new Error('io_uring: writes may go by unseen')
  else if (/^clone/.test(name) && !args.join().includes('CLONE_THREAD'))
    throw new Error('another process was started')
  else if (
    UNSEEN.test(name) &&
    (tracing.opened.has(fd) ||
      args.some(arg => arg.includes('"') && textIn(arg).startsWith(tracing.root)))
  )
    throw new Error(`${name} changes a file in a way that is not followed`)
}

const timed = ({ from, to }: Call): Timed => ({ from, to })
const folderOf = ({ folders }: Tracing, path: string): Folder | undefined =>
  folders.get(dirname(path))

function open(tracing: Tracing, call: Call): void {
  const path = textIn(call.args[1]!)
  const flags = call.args[2] ?? ''
  tracing.opened.delete(call.result)
  const folder = tracing.folders.get(path)
  if (folder) tracing.opened.set(call.result, { folder, at: 0, path })
  const place = folderOf(tracing, path)
  if (folder || !place) return
  let file = tracing.now.get(path)
  if (!file) {
    if (!flags.includes('O_CREAT')) throw new Error(`${path} was opened and is not known`)
    file = { was: undefined, writes: [], syncs: [] }
    tracing.now.set(path, file)
    place.names.push({ ...timed(call), name: basename(path), file })
  } else if (flags.includes('O_TRUNC')) file.writes.push({ ...timed(call), what: { cut: 0 } })
  if (flags.includes('O_APPEND')) throw new Error(`${path} is appended to, which is not followed`)
  tracing.opened.set(call.result, { file, at: 0, path })
}

/** On a file: its bytes. On anything else: perhaps an answer, going out on a socket. */
function written(tracing: Tracing, call: Call): void {
  const held = tracing.opened.get(Number(call.args[0]))
  if (!held) {
    const arg = call.args.find(one => one.includes('"')) ?? ''
    // HTTP/1.1 303, as -xx writes it: only that is worth reading.
    if (!arg.includes('\\x48\\x54\\x54\\x50\\x2f\\x31\\x2e\\x31\\x20\\x33\\x30\\x33')) return
    for (const [, location] of bytesIn(arg)
      .toString('latin1')
      .matchAll(/HTTP\/1\.1 303[\s\S]*?\r\nlocation: ([^\r]*)/gi))
      tracing.answers.push({ from: call.from, location: location! })
    return
  }
  if (!held.file) return
  if (/^(pwritev|send)/.test(call.name))
    throw new Error(`${call.name} on ${held.path} is not followed`)
  const bytes = bytesIn(call.args[1]!).subarray(0, call.result)
  if (bytes.length !== call.result)
    throw new Error(
      `${held.path}: ${bytes.length} bytes are seen where ${call.result} were written`,
    )
  const at = call.name === 'pwrite64' ? Number(call.args[3]) : held.at
  if (call.name !== 'pwrite64') held.at += call.result
  held.file.writes.push({ ...timed(call), what: { at, bytes } })
}

function synced({ opened }: Tracing, call: Call): void {
  const held = opened.get(Number(call.args[0]))
  ;(held?.file ?? held?.folder)?.syncs.push(timed(call))
}

function moved({ opened }: Tracing, call: Call): void {
  const held = opened.get(Number(call.args[0]))
  if (held) held.at = call.result
}

function named(tracing: Tracing, call: Call): void {
  const paths = call.args.filter(arg => arg.startsWith('"')).map(textIn)
  const [path = '', to = ''] = paths
  const place = folderOf(tracing, path)
  if (!place) return
  const file = tracing.now.get(path)
  if (call.name.startsWith('mkdir')) {
    const made: Traced = { was: undefined, writes: [], syncs: [] }
    tracing.folders.set(path, { names: [], syncs: [] })
    place.names.push({ ...timed(call), name: `${basename(path)}/`, file: made })
    return
  }
  tracing.now.delete(path)
  if (call.name === 'rename') {
    if (dirname(path) !== dirname(to) || !file)
      throw new Error(`${path} is moved in a way that is not followed`)
    tracing.now.set(to, file)
    place.names.push({ ...timed(call), name: basename(to), file })
  }
  place.names.push({ ...timed(call), name: basename(path) })
}

/** Only -shm may be written through memory: no call tells of it. */
function mapped({ opened }: Tracing, call: Call): void {
  const held = opened.get(Number(call.args[4]))
  if (held && call.args[3]?.includes('MAP_SHARED') && !held.path.endsWith('-shm'))
    throw new Error(`${held.path} is written through memory`)
}
