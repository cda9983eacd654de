/** As much of the DOM as is read here: linkedom's own types say more than what it does. */
export type Node = {
  nodeType: number
  nodeName: string
  localName?: string
  textContent: string | null
  firstChild: Node | null
  nextSibling: Node | null
  parentNode: Node | null
  getAttribute(name: string): string | null
  hasAttribute(name: string): boolean
  querySelector(selector: string): Node | null
  querySelectorAll(selector: string): ArrayLike<Node>
}

/**
 * Goes through a tree in the order of its text, without recursion: depth is the file's to choose.
 * False of `enter`: not inside.
 */
export function walk(
  root: Node,
  enter: (node: Node) => boolean,
  leave: (node: Node) => void,
): void {
  let node = root
  for (;;) {
    const into = enter(node)
    if (into && node.firstChild) {
      node = node.firstChild
      continue
    }
    if (into) leave(node)
    while (node !== root && !node.nextSibling) {
      node = node.parentNode!
      leave(node)
    }
    if (node === root) return
    node = node.nextSibling!
  }
}
