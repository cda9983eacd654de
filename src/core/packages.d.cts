import type OpeningHours from 'opening_hours'

type Stemmer = Readonly<{ stem: (word: string) => string }>
export declare const openingHours: () => typeof OpeningHours
export declare const stemmers: () => Readonly<{
  newStemmer: (language: 'french' | 'english') => Stemmer
}>
export declare const yjs: () => typeof import('yjs')
