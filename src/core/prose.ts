import type { Doc } from 'yjs'
import { yjs } from './packages.cjs'

/**
 * Long text that several people may edit at once. A text is stored as Yjs updates, each the
 * difference of one edit; the log keeps them, and any order of them gives one text. This file makes
 * the update of an edit, and the text from updates. Each start of the server draws a new Yjs client
 * number (`docs/data.md`, *Long text*).
 */

/** The name of the text inside its Yjs document. */
const NAME = 'text'

function applied(updates: readonly Uint8Array[]): Doc {
  const Y = yjs()
  // A random `guid` would cost more than all the rest; only nested documents need one.
  const doc = new Y.Doc({ gc: true, guid: NAME })
  for (const update of updates) {
    // Decoding reserves no memory for announced pieces; forty bytes may announce thirty million.
    Y.decodeUpdate(update)
    Y.applyUpdate(doc, update)
  }
  return doc
}

/**
 * The document of a set of updates. An update that can’t be applied is left out, because another
 * box may write anything.
 */
function docOf(updates: readonly Uint8Array[]): Doc {
  try {
    return applied(updates)
  } catch {
    return walked(updates, () => undefined)
  }
}

/**
 * Applies updates one by one, and calls `after` after each.
 *
 * Law     One pass. An unreadable update changes nothing. An update that fails halfway makes the
 *         document start again from those before it; after `MOST_MADE` such updates, the rest are
 *         left out.
 */
function walked(updates: readonly Uint8Array[], after: (doc: Doc) => void): Doc {
  const good: Uint8Array[] = []
  let [doc, made] = [applied(good), 0]
  for (const update of updates) {
    if (made < MOST_MADE && isUpdate(update))
      try {
        yjs().applyUpdate(doc, update)
        good.push(update)
      } catch {
        made++
        doc = applied(good)
      }
    after(doc)
  }
  return doc
}
/** The most updates that fail halfway: each costs a new document. */
const MOST_MADE = 20

/** Whether Yjs can read these bytes as an update. */
export function isUpdate(bytes: Uint8Array): boolean {
  try {
    applied([bytes])
    return true
  } catch {
    return false
  }
}

/**
 * The text of one update that only adds, by one client from its beginning, each piece after the one
 * before. Undefined for any other update: a document reads it.
 *
 * Law     The text is that of the document.
 */
function plainText(update: Uint8Array): string | undefined {
  // An update begins with the number of its clients.
  if (update[0] !== 1) return undefined
  const Y = yjs()
  const { structs, ds } = Y.decodeUpdate(update)
  let [text, next] = ['', 0]
  for (const one of structs) {
    if (!(one instanceof Y.Item && one.content instanceof Y.ContentString)) return undefined
    const { id, length, origin, rightOrigin, parent, parentSub, content } = one
    const isFirst = next === 0 && origin === null && (parent as unknown) === NAME
    const follows = next > 0 && origin?.client === id.client && origin.clock === next - 1
    const isPlain = id.clock === next && rightOrigin === null && parentSub === null && length > 0
    if (!isPlain || !(isFirst || follows)) return undefined
    text += content.str
    next += length
  }
  return ds.clients.size === 0 && next > 0 ? text : undefined
}

/** The text of a set of updates. Their order and repetitions do not matter. */
export function proseText(updates: readonly Uint8Array[]): string {
  try {
    const plain = updates.length === 1 ? plainText(updates[0]!) : undefined
    if (plain !== undefined) return plain
  } catch {
    // Another box may write anything.
  }
  return docOf(updates).getText(NAME).toString()
}

/** The text after each update, in their order, in one pass. */
export function proseTexts(updates: readonly Uint8Array[]): readonly string[] {
  const texts: string[] = []
  walked(updates, doc => texts.push(doc.getText(NAME).toString()))
  return texts
}

/**
 * The Yjs update that turns the text that a form showed into the wanted text; undefined when
 * nothing changed.
 *
 * Shape   `shown`: the updates that the form’s reader saw. `current`: all updates held now, `shown`
 *         among them.
 *         `client`: the Yjs client number for an edit of the current version; `other`, for an edit
 *         of an older one. One client must not write one clock twice.
 * Law     The update holds the difference alone, word by word: two people who save one minute apart
 *         both find their sentences. It holds nothing else of the shown text, and nothing that
 *         waits for an update which has not come.
 */
export function editProse(
  shown: readonly Uint8Array[],
  current: readonly Uint8Array[],
  wanted: string,
  { client, other }: Readonly<{ client: number; other: number }>,
): Uint8Array | undefined {
  const doc = docOf(shown)
  const text = doc.getText(NAME)
  const was = text.toString()
  if (was === wanted) return undefined
  doc.clientID = shown.length === current.length ? client : other
  let made: Uint8Array | undefined
  doc.on('update', (update: Uint8Array) => {
    made = update
  })
  doc.transact(() => {
    for (const { at, drop, put } of wordEdits(was, wanted).reverse()) {
      if (drop > 0) text.delete(at, drop)
      if (put) text.insert(at, put)
    }
  })
  return made
}

/** Whether an update takes text out. */
export const dropsText = (update: Uint8Array): boolean =>
  yjs().decodeUpdate(update).ds.clients.size > 0

/**
 * The state of the document without deleted text, for a base, or for an edit that takes text out.
 * It keeps the ids of Yjs, so that late edits still apply.
 */
export function proseState(updates: readonly Uint8Array[]): Uint8Array {
  const Y = yjs()
  // A document drops deleted text while updates come in, but its state keeps traces. The state of a
  // second document, made from the first state, has none.
  return Y.encodeStateAsUpdate(docOf([Y.encodeStateAsUpdate(docOf(updates))]))
}

/** One edit: at a place of the old text, letters to drop, and text to put there. */
type Edit = Readonly<{ at: number; drop: number; put: string }>
const WORDS = /\p{L}[\p{L}\p{M}\p{N}’']*|\p{N}+|\s+|./gsu
/**
 * The most words on one side for which edits are computed: the table grows with their product. A
 * longer middle is replaced whole.
 */
const MOST_WORDS = 1_500

/**
 * The edits from one text to another, word by word, by the longest common subsequence. They go from
 * left to right, and `at` is a place in the old text.
 */
export function wordEdits(was: string, wanted: string): Edit[] {
  const a = was.match(WORDS) ?? []
  const b = wanted.match(WORDS) ?? []
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (
    end < a.length - start &&
    end < b.length - start &&
    a[a.length - 1 - end] === b[b.length - 1 - end]
  )
    end++
  const from = a.slice(0, start).join('').length
  const middleA = a.slice(start, a.length - end)
  const middleB = b.slice(start, b.length - end)
  if (middleA.length > MOST_WORDS || middleB.length > MOST_WORDS)
    return [{ at: from, drop: middleA.join('').length, put: middleB.join('') }]
  return editsBetween(middleA, middleB, from)
}

function editsBetween(a: readonly string[], b: readonly string[], from: number): Edit[] {
  const common = commonTable(a, b)
  const edits: Edit[] = []
  let at = from
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const begin = at
    let put = ''
    while ((i < a.length || j < b.length) && !(i < a.length && j < b.length && a[i] === b[j])) {
      const dropNext =
        i < a.length &&
        (j >= b.length ||
          longest(common, b.length, i + 1, j) >= longest(common, b.length, i, j + 1))
      if (dropNext) at += a[i++]!.length
      else put += b[j++]!
    }
    if (at > begin || put) edits.push({ at: begin, drop: at - begin, put })
    if (i < a.length) {
      at += a[i]!.length
      i++
      j++
    }
  }
  return edits
}

const longest = (table: Uint16Array, width: number, i: number, j: number): number =>
  table[i * (width + 1) + j] ?? 0

/** Length of the longest common subsequence of a[i…] and b[j…], for every i and j. */
function commonTable(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1
  const table = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i * width + j] =
        a[i] === b[j]
          ? table[(i + 1) * width + j + 1]! + 1
          : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!)
  return table
}
