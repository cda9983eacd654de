import { bare } from '../core/bare.ts'
import type { Lang } from '../core/lang.ts'
import * as en from './words/en.ts'
import * as fr from './words/fr.ts'

type Words = Pick<typeof fr, 'data' | 'table' | 'site' | 'exported'>
const only = ({ data, table, site, exported }: Words): Words => ({ data, table, site, exported })
const words = bare({ fr: only(fr), en: only(en) })
/** What is said of data that come in and go out. */
export const dataWords = (lang: Lang): Words => words[lang]
