import type { Page } from '../../../../contract/page.ts'
import { accountsPage } from './page-accounts.ts'
import { notebookPage } from './page-notebook.ts'
import { thingPage } from './page-thing.ts'
import { yearPage } from './page-year.ts'
import type { Words } from './pieces.ts'

/** The pages of what a thing costs that several own, under the address of that thing. */
export const sharePages: readonly Page<Words>[] = [thingPage, yearPage, notebookPage, accountsPage]
