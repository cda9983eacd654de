// The keeper's page of the box, and no other: one tap gives the telephone's own time. Without this script the time is typed.
/** @type {HTMLFormElement | null} */
const form = document.querySelector('form[data-heure]')
if (form) {
  form.hidden = false
  form.addEventListener('submit', () => {
    /** @type {HTMLInputElement | null} */
    const told = form.querySelector('input[name="ms"]')
    if (told) told.value = String(Date.now())
  })
}
