// The page to read, and no other: keys and chosen words. Without this script each sentence is
// tapped, and each act is a button.
// j k: from sentence to sentence · 1 to 8: what it is · g n: keeps, leaves the piece beside it ·
// a: keeps the lines like it · Enter: opens it · Escape: closes · u: undoes.
/** @type {HTMLFormElement | null} */
const form = document.querySelector('form.reading')
if (form) {
  /** @returns {HTMLInputElement[]} */
  const sentences = () => [...form.querySelectorAll('.notes input[type=radio]')]
  /** @returns {HTMLInputElement | null} */
  const chosen = () => form.querySelector('input[name=phrase]:checked')
  /** @param {HTMLElement | null | undefined} button */
  const press = button => {
    if (button) form.requestSubmit(button)
  }
  // After an act the page comes back at what was touched: keys go on from there.
  /** @type {Element | null | undefined} */
  let place =
    location.hash === '' ? null : document.getElementById(location.hash.slice(1))?.closest('.row')
  /** @param {number} step */
  const go = step => {
    const all = sentences()
    const here = place ? all.findIndex(one => place.contains(one)) : -1
    const from = here < 0 ? (step > 0 ? -1 : all.length) : step > 0 ? here - 1 : here + 1
    const at = all.indexOf(chosen()) >= 0 ? all.indexOf(chosen()) : from
    const next = all[Math.min(all.length - 1, Math.max(0, at + step))]
    if (!next) return
    next.checked = true
    place = next.closest('.row')
    next.focus({ preventScroll: true })
    next.nextElementSibling?.scrollIntoView({ block: 'center' })
  }
  const close = () => {
    const one = chosen()
    if (one) one.checked = false
    else if (form.querySelector('.panel')) press(form.querySelector('.panel button[data-close]'))
  }
  /** @param {Element | null} where */
  const types = where =>
    where instanceof HTMLTextAreaElement ||
    where instanceof HTMLSelectElement ||
    (where instanceof HTMLInputElement && where.type !== 'radio' && where.type !== 'checkbox')
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || types(document.activeElement)) return
    const row = chosen()?.closest('.row') ?? (place?.isConnected ? place : undefined)
    if (event.key === 'j' || event.key === 'k') go(event.key === 'j' ? 1 : -1)
    else if (event.key === 'Escape') close()
    else if (event.key === 'u') document.querySelector('.said form button')?.click()
    else if (event.key === 'Enter' && row && document.activeElement?.type === 'radio')
      press(row.querySelector('.mark .title'))
    else if (event.key === 'g' && row) press(row.querySelector('.mark .yes'))
    else if (event.key === 'a' && row) press(row.querySelector('.alike .all'))
    else if (event.key === 'n' && row) press(row.querySelector('.mark .no'))
    else if (/^[1-8]$/.test(event.key) && chosen())
      press(form.querySelector(`.kinds button:has(kbd):nth-of-type(${event.key})`))
    else return
    event.preventDefault()
  })

  // Another kind asks other questions: they come at once.
  form.addEventListener('change', event => {
    if (event.target instanceof HTMLSelectElement && event.target.id === 'p-genre')
      press(form.querySelector('.panel button[data-close]'))
  })

  // Any words may be chosen: they become the sentence that the kinds speak of.
  const words = document.createElement('input')
  words.type = 'radio'
  words.className = 'apart'
  words.tabIndex = -1
  document.addEventListener('selectionchange', () => {
    const range = getSelection()?.rangeCount ? getSelection().getRangeAt(0) : undefined
    const span = range && !range.collapsed ? spanOf(range) : undefined
    if (!span) return
    const first = sentences()[0]
    words.name = first.name
    words.value = `${span.from}-${span.till}`
    if (!words.isConnected) form.append(words)
    words.checked = true
  })
  /**
   * The chosen words as a stretch of the text, inside one block.
   * @param {Range} range
   */
  const spanOf = range => {
    const [start, end] = [range.startContainer, range.endContainer].map(node =>
      (node instanceof Element ? node : node.parentElement)?.closest('.notes label'),
    )
    if (!start || !end || start.closest('.row') !== end.closest('.row')) return undefined
    /** @param {Element} label @param {Node} node @param {number} offset */
    const inside = (label, node, offset) => {
      const before = document.createRange()
      before.selectNodeContents(label)
      before.setEnd(node, offset)
      return before.toString().length
    }
    const fromOf = label => Number(label.previousElementSibling.value.split('-')[0])
    const from = fromOf(start) + inside(start, range.startContainer, range.startOffset)
    const till = fromOf(end) + inside(end, range.endContainer, range.endOffset)
    return till > from ? { from, till } : undefined
  }
}
