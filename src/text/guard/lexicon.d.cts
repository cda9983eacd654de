export declare const names: () => Readonly<{ first: string; family: string; places: string }>
export declare const words: () => Readonly<{ words: string; communes: string }>
