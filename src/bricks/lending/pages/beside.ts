import type { Page } from '../../../contract/page.ts'
import type { fr } from '../words/fr.ts'
import { addPage, setUpPage } from './adding.ts'
import { calendarPages } from './calendar.ts'
import { historyPage } from './history.ts'
import { myThingsPage } from './my-things.ts'

/** The pages that stand beside that of a thing. */
export const thingPages: readonly Page<typeof fr>[] = [
  addPage,
  myThingsPage,
  ...calendarPages,
  setUpPage,
  historyPage,
]
